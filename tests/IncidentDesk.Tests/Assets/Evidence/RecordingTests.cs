using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Linking;

namespace IncidentDesk.Tests.Assets.Evidence;

public sealed class RecordingTests : EvidenceTest
{
    [Fact]
    public async Task Who_could_read_is_one_entry_for_all_assets_and_says_from_what_that_is_known()
    {
        var incident = await Exposed();

        var recorded = await Do(Readers(incident));

        Assert.Equivalent(new EvidenceRecorded(4, [], 4), recorded.Value, strict: true);
        Assert.Equal("Who could read 4 assets: all-employees, about 8,400 people (an estimate) from 2 Jun 2026, "
            + "03:10 UTC to 12 Jun 2026, 02:10 UTC. Source: Grants read back from the metastore",
            (await TimelineOf(incident))[3].Sentence());
        var group = Assert.Single((await Summary(incident)).All.Readers);
        Assert.Equal(("all-employees", Certainty.Estimate, 8_400, 4, 239.0),
            (group.Group, group.PeopleAre, group.People, group.Assets, group.LongestHours));
        Assert.Equal(["all-employees"], (await Assessed(incident, KeysA)).Readers);
    }

    [Fact]
    public async Task An_unknown_number_of_people_stays_unknown_and_never_becomes_nobody()
    {
        var incident = await Exposed();

        await Done(Readers(incident) with { People = null, PeopleAre = Certainty.Unknown, To = null });

        var group = Assert.Single((await Summary(incident)).All.Readers);
        Assert.Equal((Certainty.Unknown, null, 4), (group.PeopleAre, group.People, group.EndOpen));
        Assert.Contains("an unknown number of people from 2 Jun 2026, 03:10 UTC on.",
            (await TimelineOf(incident))[3].Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_logs_and_two_searches_say_is_added_up_by_source()
    {
        var incident = await Exposed();
        await Done(Log(incident) with { All = false, Pattern = "*keys*" });
        await Done(Log(incident, state: LogState.None) with { All = false, Keys = [Screens] });
        await Done(NoneFound(incident) with { All = false, Keys = [KeysA] });
        await Done(NoneFound(incident) with { All = false, Keys = [KeysB], Accesses = 12 });
        await Done(NoneFound(incident) with
        {
            All = false, Keys = [Screens], Source = "Query history", Accesses = 3, AccessesAre = Certainty.Estimate
        });
        await Done(NoneFound(incident) with
        {
            All = false, Keys = [Orders], Source = "Query history", Accesses = null, AccessesAre = Certainty.Unknown
        });

        var summary = await Summary(incident);

        Assert.Equal((12L, 3L, 1, 0),
            (summary.All.Accesses, summary.All.AccessesEstimated, summary.All.AccessesUnknown, summary.All.NotSearched));
        Assert.Equal([("HDFS audit log", 2, 12L, 0L, 0, 1), ("Query history", 2, 0L, 3L, 1, 0)],
            summary.Sources.Select(s => (s.Source, s.Assets, s.Accesses, s.Estimated, s.Unknown, s.FoundNone)));
        Assert.Equal([(LogState.Complete, 2), (LogState.None, 1)], summary.Logs.Select(l => (l.State, l.Assets)));
        Assert.Equal("There is no HDFS audit log for 1 asset. Retention: 14 days.", (await TimelineOf(incident))[4].Sentence());
    }

    [Fact]
    public async Task A_count_of_accesses_is_of_one_asset()
    {
        var incident = await Exposed();

        Assert.Equal(new CountIsOfOneAsset(4), (await Do(NoneFound(incident) with { Accesses = 12 })).Refusal);
        Assert.Equal(3, (await State(incident)).Position);
        Assert.True((await Do(NoneFound(incident) with { Accesses = 12, All = false, Keys = [KeysA] })).Done);
    }

    [Fact]
    public async Task Saying_the_very_same_again_adds_nothing_to_the_sums()
    {
        var incident = await Exposed();
        await Done(NoneFound(incident) with { Accesses = 12, All = false, Keys = [KeysA] });

        var again = await Do(NoneFound(incident) with { Accesses = 12, All = false, Keys = [KeysA] });

        Assert.Equivalent(new EvidenceRecorded(0, [], 4), again.Value, strict: true);
        Assert.Equal(12, (await Summary(incident)).All.Accesses);
    }

    [Fact]
    public async Task Only_linked_assets_are_meant_and_what_is_unlinked_counts_no_more()
    {
        var incident = await Exposed("hive://w/logs.keys_*");

        Assert.Equivalent(new EvidenceRecorded(0, [Orders], 3),
            (await Do(Readers(incident) with { All = false, Keys = [Orders] })).Value, strict: true);
        await Done(NoneFound(incident) with { Accesses = 5, All = false, Keys = [KeysA] });
        await Done(new UnlinkAssets { Incident = incident, Keys = [KeysA], Reason = "Never open" });
        Assert.Equal((0L, 1), ((await Summary(incident)).All.Accesses, (await Summary(incident)).All.Assets));
        await Done(new LinkAssets { Incident = incident, Keys = [KeysA] });
        Assert.Equal(5, (await Summary(incident)).All.Accesses);
    }

    [Fact]
    public async Task A_number_needs_its_certainty_a_log_its_start_and_a_name_its_words()
    {
        var incident = await Exposed();

        Assert.Equal(["people"], await Fields(Readers(incident) with { PeopleAre = Certainty.Unknown }));
        Assert.Equal(["people"], await Fields(Readers(incident) with { People = null }));
        Assert.Equal(["people"], await Fields(Readers(incident) with { People = -1 }));
        Assert.Equal(["group", "source"], await Fields(Readers(incident) with { Group = " ", Source = "" }));
        Assert.Equal(["to"], await Fields(Readers(incident) with { To = Start.AddDays(-1) }));
        Assert.Equal(["from"], await Fields(Log(incident) with { From = null }));
        Assert.Equal(["state"], await Fields(Log(incident) with { State = null }));
        Assert.Equal(["accesses"], await Fields(NoneFound(incident) with { Accesses = null }));
        Assert.Equal(["pattern"], await Fields(NoneFound(incident) with { All = false }));
        Assert.Equal(["from"], await Fields(NoneFound(incident) with { From = Now.AddDays(1), To = null }));
    }

    [Fact]
    public async Task Evidence_is_for_responders_and_privacy_and_for_incidents_that_are_worked_on()
    {
        var incident = await Exposed();

        Assert.True((await Do(Readers(incident), Privacy)).Done);
        await NotFor(Comms, n => Readers(n));
        await NotFor(Leader, n => NoneFound(n));
        await NotFor(Comms, n => Log(n));
        Assert.IsType<IncidentDesk.Incidents.Incident.IsClosed>((await Do(Readers(await DeclareClosed()))).Refusal);
    }

    [Fact]
    public async Task Of_a_private_incident_a_stranger_learns_nothing()
    {
        await HiddenFromStrangers(n => Readers(n));
        await HiddenFromStrangers(n => NoneFound(n));
        await HiddenFromStrangers(n => Log(n));
        await Done(Catalogue.Import(Warehouse));
        var hidden = await Declare("Diary", IncidentDesk.Incidents.Visibility.Private);
        await Done(new LinkAssets { Incident = hidden, Pattern = "*" });
        await Done(Readers(hidden));

        Assert.Null(await Read(async (db, _) => await EvidenceQueries.Summary(db, await About(hidden), null, RightNow), Stranger));
        Assert.Empty(await Assessed(hidden, reader: Stranger));
        Assert.Empty(await Read(async (db, _) => await EvidenceQueries.Entries(db, await About(hidden)), Stranger));
        Assert.Single(await Read(async (db, _) => await EvidenceQueries.Entries(db, await About(hidden))));
    }

    async Task<IEnumerable<string>> Fields(ICommand<EvidenceRecorded> command) =>
        Assert.IsType<Refusal.Invalid>((await Do(command)).Refusal).Fields.Keys.Order();
}
