using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Overview;
using IncidentDesk.Overview.Sheets;
using IncidentDesk.Overview.Status;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Reports;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Claiming;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Reviews.Searching;
using IncidentDesk.Tests.Assets;

namespace IncidentDesk.Tests.Reviews;

/// <summary>Where the register is shown: with the incident, the asset, to those who lead, in the report.</summary>
public sealed class ReviewConcernsTests : ReviewTest
{
    ReviewShelf Rules => Service<ReviewShelf>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(Subject());
        await Done(Conditional);
        await Done(new RecordReviewSearch { Key = Key, Kind = "dpia", Searched = "the legal share", LookedBy = "Ana Petrescu" });
        await Done(new ClaimSafeguard
        {
            Key = Key, Kind = SafeguardKind.OptOut, Claim = "All may opt out",
            ClaimedIn = "Notice of April", Covered = ["executives"], NotCovered = ["staff"]
        });
    }

    Task<IReadOnlyList<SubjectSheet>> Concerned(int incident, DateTimeOffset? then = null, Actor? by = null) =>
        Read((db, _) => ReviewConcerns.OfIncident(db, Rules, incident, At(then)), by);

    async Task<int> Linked(Visibility visibility = Visibility.Open)
    {
        var number = await Incident(visibility);
        await Done(Catalogue.Import("key\nhive://warehouse/mci_07.events\nhive://warehouse/other.events\n"));
        await Done(new LinkAssets { Incident = number, Keys = ["hive://warehouse/mci_07.events"] });
        return number;
    }

    [Fact]
    public async Task An_incident_is_about_the_program_its_assets_belong_to_from_when_they_were_linked()
    {
        var number = await Incident();
        Assert.Empty(await Concerned(number));
        Clock.Advance(TimeSpan.FromHours(1));

        var linked = await Linked();

        Assert.Equal([Key], (await Concerned(linked)).Select(s => s.Key));
        Assert.Empty(await Concerned(linked, Now));
    }

    [Fact]
    public async Task An_incident_is_about_the_program_its_pause_reaches()
    {
        var number = await Incident();
        await Done(new ProposePause
        {
            Key = "p", Target = "Capture", Scope = "all", Reason = "Open", Incident = number,
            ReviewBy = Now.AddDays(1), Targets = [new(PauseTargetKind.Program, Key)]
        });

        Assert.Equal([Key], (await Concerned(number)).Select(s => s.Key));
    }

    [Fact]
    public async Task An_incident_is_about_the_program_somebody_searched_for_in_it_and_no_stranger_learns_so()
    {
        var number = await Incident(Visibility.Private);
        await Done(new RecordReviewSearch { Key = Key, Kind = "dpia", Searched = "the safe", Incident = number });

        Assert.Equal([Key], (await Concerned(number)).Select(s => s.Key));
        Assert.Empty(await Concerned(number, by: Stranger));
    }

    [Fact]
    public async Task The_asset_says_which_programs_it_belongs_to()
    {
        await Linked();

        var sheet = await Read((db, _) => AssetSheetQueries.Find(db, "hive://warehouse/mci_07.events", 10, Rules, RightNow));
        var other = await Read((db, _) => AssetSheetQueries.Find(db, "hive://warehouse/other.events", 10, Rules, RightNow));

        Assert.Equal([Key], sheet!.Reviews!.Subjects.Select(s => s.Key));
        Assert.Empty(other!.Reviews!.Subjects);
    }

    [Fact]
    public async Task An_asset_that_needs_a_review_of_its_own_takes_the_least_favourable_of_what_it_belongs_to()
    {
        await Done(Catalogue.Import("key,kind,people_data\nhive://warehouse/mci_07.score,model,yes\n"));

        var sheet = await Read((db, _) => AssetSheetQueries.Find(db, "hive://warehouse/mci_07.score", 10, Rules, RightNow));

        Assert.Equal([("people-data", RequiredState.UnmetConditions), ("model", RequiredState.NotLookedFor)],
            sheet!.Reviews!.Required.Select(r => (r.Kind, r.State)));
    }

    [Fact]
    public async Task Those_who_lead_read_it_in_one_line()
    {
        var view = await Read((db, _) => StatusViewQueries.At(db, Rules, RightNow), Leader);

        Assert.Equal("Of 2 required reviews, 1 cannot be produced, 1 has unmet conditions. 1 safeguard is unequal.", view.Reviews!.InWords);
        Assert.Contains(view.Changed, c => c.Title == $"Reviews of {Key}");
    }

    [Fact]
    public async Task What_they_would_have_read_before_does_not_know_of_it()
    {
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(Subject("later"));

        Assert.Equal(4, (await Read((db, _) => StatusViewQueries.At(db, Rules, RightNow), Leader)).Reviews!.Required);
        Assert.Equal(2, (await Read((db, _) => StatusViewQueries.At(db, Rules, At(Now)), Leader)).Reviews!.Required);
    }

    [Fact]
    public async Task The_summary_says_what_was_required_what_exists_and_what_cannot_be_shown()
    {
        var number = await Linked();

        var report = (await Read((db, caller) => Service<ReportDesk>()
            .Build(db, caller, new() { Incident = number, Kind = ReportKind.Summary, Moment = RightNow }))).Value!;

        var rows = report.Blocks.OfType<Block.Table>().Single(t => t.Columns[0].Title == "Required review").Rows;
        Assert.Equal(["With unmet conditions", "Cannot be produced"], rows.Select(r => r[1].Text));
        Assert.StartsWith("Not found in a search of the legal share by Ana Petrescu", rows[1][2].Text, StringComparison.Ordinal);
        Assert.Contains(report.Blocks.OfType<Block.Paragraph>(),
            p => p.Text.Contains("Unequal: executives are covered, staff are not.", StringComparison.Ordinal) && p.Tone is Tone.Danger);
    }
}
