using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Evidence;

/// <summary>What may be said, and what may not, from what is on record.</summary>
public sealed class AssessmentTests : EvidenceTest
{
    [Fact]
    public async Task A_search_that_found_nothing_in_complete_logs_of_the_whole_time_shows_that_there_was_no_access()
    {
        var incident = await Exposed();
        await Done(Log(incident));
        await Done(NoneFound(incident));

        var asset = await Assessed(incident, KeysA);

        Assert.Equal((AccessAssessment.NoAccessFound, Doubt.None, 1.0), (asset.Finding, asset.Doubt, asset.Coverage));
        Assert.Equal("The whole exposure window was searched, and complete logs cover it.", asset.Why);
        Assert.Equal(4, (await Summary(incident)).All.Findings.NoAccessFound);
    }

    [Fact]
    public async Task The_same_search_without_logs_over_the_whole_time_cannot_be_assessed()
    {
        var incident = await Exposed();
        await Done(Log(incident, from: Start.AddDays(3)));
        await Done(NoneFound(incident));

        var asset = await Assessed(incident, KeysA);

        Assert.Equal((AccessAssessment.CannotBeAssessed, Doubt.LogsShort, 0.6987), (asset.Finding, asset.Doubt, asset.Coverage));
        Assert.Equal("Of the exposure window of 9 d 23 h, complete logs cover 6 d 23 h; "
            + "the first gap is 2 Jun 2026, 03:10 UTC to 5 Jun 2026, 03:10 UTC.", asset.Why);
        var all = (await Summary(incident)).All;
        Assert.Equal((0.6987, 0.0, 0, 4, 0, 0), (all.Coverage.Complete, all.Coverage.WithGaps,
            all.Coverage.Whole, all.Coverage.Partly, all.Coverage.Not, all.Coverage.WindowUnknown));
        Assert.Equal([(Doubt.LogsShort, 4)], all.Doubts.Select(d => (d.Doubt, d.Assets)));
    }

    [Fact]
    public async Task Two_logs_that_meet_cover_together_and_a_log_with_gaps_does_not_count_as_complete()
    {
        var incident = await Exposed();
        await Done(Log(incident, from: Start.AddDays(3)));
        await Done(Log(incident, state: LogState.Gaps) with { Log = "Query history", To = Start.AddDays(4) });
        await Done(NoneFound(incident));
        Assert.Equal(AccessAssessment.CannotBeAssessed, (await Assessed(incident, KeysA)).Finding);
        Assert.Equal(0.3013, (await Summary(incident)).All.Coverage.WithGaps);

        await Done(Log(incident) with { Log = "Gateway log", To = Start.AddDays(3) });

        Assert.Equal(AccessAssessment.NoAccessFound, (await Assessed(incident, KeysA)).Finding);
    }

    [Fact]
    public async Task Complete_logs_of_which_a_part_was_searched_show_nothing_about_the_rest()
    {
        var incident = await Exposed();
        await Done(Log(incident));
        await Done(NoneFound(incident) with { To = Start.AddDays(4) });

        var asset = await Assessed(incident, KeysA);

        Assert.Equal((AccessAssessment.CannotBeAssessed, Doubt.SearchShort), (asset.Finding, asset.Doubt));
        Assert.StartsWith("Of the exposure window of 9 d 23 h, the search covers 4 d;", asset.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_could_not_count_is_no_search_that_found_nothing()
    {
        var incident = await Exposed();
        await Done(Log(incident));
        await Done(NoneFound(incident));
        await Done(NoneFound(incident) with { Source = "Query history", Accesses = null, AccessesAre = Certainty.Unknown });

        Assert.Equal((AccessAssessment.CannotBeAssessed, Doubt.NotCounted),
            ((await Assessed(incident, KeysA)).Finding, (await Assessed(incident, KeysA)).Doubt));
    }

    [Fact]
    public async Task Without_a_start_of_the_exposure_nobody_can_say_what_a_log_would_have_to_cover()
    {
        var incident = await DeclareWith("hive://w/*");
        await Done(Log(incident));
        await Done(NoneFound(incident));

        var asset = await Assessed(incident, KeysA);

        Assert.Equal((AccessAssessment.CannotBeAssessed, Doubt.StartUnknown, null), (asset.Finding, asset.Doubt, asset.Coverage));
        Assert.Equal((null, 4), ((await Summary(incident)).All.Coverage.Complete, (await Summary(incident)).All.Coverage.WindowUnknown));
    }

    [Fact]
    public async Task An_exposure_without_an_end_runs_on_and_a_log_covers_it_only_until_somebody_said_so()
    {
        var incident = await Exposed();
        await Done(new SetExposure { Incident = incident, All = true, ClearWindow = true, ExposedFrom = Start });
        await Done(Log(incident) with { To = null });
        await Done(NoneFound(incident) with { To = null });
        Assert.Equal(AccessAssessment.NoAccessFound, (await Assessed(incident, KeysA)).Finding);

        Clock.Advance(TimeSpan.FromHours(2));

        var asset = await Assessed(incident, KeysA);
        Assert.Equal((AccessAssessment.CannotBeAssessed, Doubt.LogsShort), (asset.Finding, asset.Doubt));
        Assert.EndsWith("the first gap is 12 Jun 2026, 03:10 UTC to 12 Jun 2026, 05:10 UTC.", asset.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_there_is_no_log_is_known_before_anybody_searches()
    {
        var incident = await Exposed();
        Assert.Equal((AccessAssessment.ToBeDetermined, Doubt.NotSearched),
            ((await Assessed(incident, KeysA)).Finding, (await Assessed(incident, KeysA)).Doubt));

        await Done(Log(incident, state: LogState.None));

        Assert.Equal((AccessAssessment.CannotBeAssessed, Doubt.NoLog),
            ((await Assessed(incident, KeysA)).Finding, (await Assessed(incident, KeysA)).Doubt));
        Assert.Equal("Of the exposure window of 9 d 23 h, complete logs cover none; "
            + "the first gap is 2 Jun 2026, 03:10 UTC to 12 Jun 2026, 02:10 UTC.", (await Assessed(incident, KeysA)).Why);
    }

    [Fact]
    public async Task Accesses_that_were_found_need_no_coverage_and_an_estimate_is_told_apart()
    {
        var incident = await Exposed();
        await Done(NoneFound(incident) with { All = false, Keys = [KeysA], Accesses = 1 });
        await Done(NoneFound(incident) with { All = false, Keys = [KeysB], Accesses = 30, AccessesAre = Certainty.Estimate });

        Assert.Equal((AccessAssessment.AccessFound, "1 access found."),
            ((await Assessed(incident, KeysA)).Finding, (await Assessed(incident, KeysA)).Why));
        Assert.Equal((AccessAssessment.AccessLikely, "About 30 accesses are estimated; none of them was found in a log."),
            ((await Assessed(incident, KeysB)).Finding, (await Assessed(incident, KeysB)).Why));
    }

    [Theory]
    [InlineData(Disclosure.NotEvidenceAtHand, "no search of the logs is recorded")]
    [InlineData(Disclosure.CannotBeAssessed, null), InlineData(Disclosure.LikelyNoEvidence, null),
        InlineData(Disclosure.Disclosed, null), InlineData(Disclosure.ToBeDetermined, null)]
    public async Task What_was_set_without_any_evidence_contradicts_it_only_where_it_claims_to_have_some(Disclosure set, string? says)
    {
        var incident = await Exposed();
        await Done(new SetExposure { Incident = incident, Keys = [KeysA, KeysB], Disclosure = set });

        var contradiction = (await Assessed(incident, KeysA)).Contradiction;

        Assert.Equal(says is null ? null : $"Set to “{set.Words()}”, but according to the recorded evidence {says}.", contradiction);
    }

    [Theory]
    [InlineData(Disclosure.NotEvidenceAtHand, 3, "accesses were found"), InlineData(Disclosure.CannotBeAssessed, 3, "accesses were found"),
        InlineData(Disclosure.LikelyNoEvidence, 3, "accesses were found")]
    [InlineData(Disclosure.Disclosed, 3, null), InlineData(Disclosure.NotEvidenceAtHand, 0, null)]
    [InlineData(Disclosure.Disclosed, 0, "no access was found, and complete logs cover the whole exposure window")]
    [InlineData(Disclosure.CannotBeAssessed, 0, "it can be: no access was found, and complete logs cover the whole exposure window")]
    public async Task A_disclosure_that_says_something_else_than_the_evidence_is_shown_and_never_changed(
        Disclosure set, int accesses, string? says)
    {
        var incident = await Exposed();
        await Done(new SetExposure { Incident = incident, Keys = [KeysA], Disclosure = set });
        await Done(Log(incident));
        await Done(NoneFound(incident) with { All = false, Keys = [KeysA], Accesses = accesses });

        var asset = await Assessed(incident, KeysA);

        Assert.Equal(set, asset.Disclosure);
        Assert.Equal(says is null ? null : $"Set to “{set.Words()}”, but according to the recorded evidence {says}.", asset.Contradiction);
        Assert.Equal(says is null ? 0 : 1, (await Assessed(incident, new AssessedFilter { Contradicted = true })).Count);
        Assert.Equal(says is null ? 0 : 1, (await Summary(incident)).All.Contradictions);
    }

    [Fact]
    public async Task Groups_add_up_as_the_whole_does()
    {
        var incident = await Exposed();
        await Done(Readers(incident));
        await Done(Log(incident) with { All = false, Pattern = "*keys*" });
        await Done(NoneFound(incident));

        var byContainer = (await Summary(incident, RollUpBy.Container)).Groups;
        var byLabel = (await Summary(incident, RollUpBy.Label)).Groups;

        Assert.Equal([("logs", 3, 2, 1), ("sales", 1, 0, 1)],
            byContainer.Select(g => (g.Name, g.Figures.Assets, g.Figures.Findings.NoAccessFound, g.Figures.Findings.CannotBeAssessed)));
        Assert.Equal([(0.6667, 3), (0.0, 1)], byContainer.Select(g => (g.Figures.Coverage.Complete, g.Figures.Readers[0].Assets)));
        Assert.Equal([("keystrokes", 2), ("staff", 2), (null, 1)], byLabel.Select(g => (g.Name, g.Figures.Assets)));
    }
}
