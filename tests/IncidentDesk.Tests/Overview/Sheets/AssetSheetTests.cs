using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Incidents;
using IncidentDesk.Overview.Sheets;
using IncidentDesk.Pauses;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Tests.Assets.Importing;

namespace IncidentDesk.Tests.Overview.Sheets;

/// <summary>Everything about one asset, by whatever name it is asked for.</summary>
public sealed class AssetSheetTests : ImportTest
{
    const string Hive = "hive://w/sales.orders", Spark = "s3://lake/sales/orders", Job = "airflow://prod/load.orders";

    [Fact]
    public async Task Each_of_its_names_leads_to_the_same_asset_and_both_keys_of_a_merged_one()
    {
        await Done(Told.Whole("hive", Asset(Hive, "model.shop.orders") with
        {
            Owners = [new("anna", "MAINTAINER"), new("team:sales")],
            Labels = [new("pii", "tag", "email"), new("gdpr", "classification", Propagated: true)],
            PeopleData = PeopleData.Yes, Rows = 12, Bytes = 3_400, LastAccess = Now,
        }));
        await Done(Told.Whole("spark", Asset(Spark, "model.shop.orders")));

        var byKey = await Sheet(Hive);
        var byOthers = new[] { await Sheet(Spark), await Sheet("model.shop.orders") };

        Assert.All(byOthers, other => Assert.Equal((Hive, byKey!.ImportedAt), (other!.Key, other.ImportedAt)));
        Assert.Equal([null, Spark, "model.shop.orders"], [byKey!.AskedAs, .. byOthers.Select(o => o!.AskedAs)]);
        Assert.Equal([new(NameScheme.Key, Hive), new(NameScheme.Key, Spark), new(NameScheme.Dbt, "model.shop.orders")], byKey.Names);
        Assert.Equal(["anna", "team:sales"], byKey.Owners.Select(o => o.Name));
        Assert.Equal([("gdpr", true, null), ("pii", false, "email")],
            byKey.LabelDetails.OrderBy(l => l.Value, StringComparer.Ordinal).Select(l => (l.Value, l.Propagated, l.Column)));
        Assert.Equal((PeopleData.Yes, 12L, 3_400L, Now), (byKey.PeopleData, byKey.Rows, byKey.Bytes, byKey.LastAccess));
        Assert.Equal(["hive", "spark"], byKey.Sources.Select(s => s.Name));
        Assert.Null(await Sheet("model.shop.other"));
    }

    [Fact]
    public async Task Neighbours_are_read_through_what_was_merged_with_the_jobs_between()
    {
        await Done(Told.Whole("one", Asset(Hive, "orders"), Asset("hive://w/raw"), Asset("hive://w/mart"),
            Edge("hive://w/raw", Hive, Job), Edge("hive://w/raw", Hive), Edge(Hive, "hive://w/mart")));
        await Done(Told.Whole("two", Asset(Spark, "orders"), Asset("hive://w/report"),
            Edge(Spark, "hive://w/report", Job), Edge(Spark, Spark)));

        var sheet = (await Sheet(Spark))!;

        Assert.Equal((1, "hive://w/raw", Job),
            (sheet.Upstream.Count, sheet.Upstream.Items[0].Key, Assert.Single(sheet.Upstream.Items[0].Jobs)));
        Assert.Equal(["hive://w/mart", "hive://w/report"], sheet.Downstream.Items.Select(n => n.Key));
        Assert.Equal((2, 1),
            ((await Sheet(Hive, neighbours: 1))!.Downstream.Count, (await Sheet(Hive, neighbours: 1))!.Downstream.Items.Count));
    }

    [Fact]
    public async Task What_its_source_names_no_more_is_marked_as_gone()
    {
        await Done(Told.Whole("hive", Asset(Hive), Asset("hive://w/raw"), Edge("hive://w/raw", Hive)));
        await Done(Told.Whole("hive", Asset("hive://w/raw")));

        var sheet = (await Sheet(Hive))!;

        Assert.NotNull(sheet.GoneAt);
        Assert.True(Assert.Single(sheet.Sources).Gone);
        Assert.Equal(0, sheet.Upstream.Count);
    }

    [Fact]
    public async Task Incidents_say_what_the_evidence_comes_to_and_a_private_one_leaves_no_trace()
    {
        await Done(Told.Whole("hive", Asset(Hive)));
        var (open, hidden, left) = (await Declare("Open to everyone"),
            await Declare("Somebody read the diary", Visibility.Private), await Declare("Not this one"));
        foreach (var incident in new[] { open, hidden, left })
            await Done(new LinkAssets
            {
                Incident = incident, Keys = [Hive], ExposedFrom = Now.AddDays(-1),
                ExposedTo = Now, Disclosure = Disclosure.CannotBeAssessed
            });
        await Done(new UnlinkAssets { Incident = left, Keys = [Hive], Reason = "Never open" });
        await Done(new RecordAccesses { Incident = open, All = true, Source = "Audit log", Accesses = 2, AccessesAre = Certainty.Actual });
        await Done(new RecordReaders { Incident = open, All = true, Group = "all-employees", Source = "Grants" });

        var (mine, theirs) = ((await Sheet(Hive))!.Incidents, (await Sheet(Hive, by: Stranger))!.Incidents);

        Assert.Equal([left, hidden, open], mine.Select(i => i.Number));
        Assert.Equal([(left, false, null), (open, true, (AccessAssessment?)AccessAssessment.AccessFound)],
            theirs.Select(i => (i.Number, i.Linked, i.Finding)));
        Assert.Equal(("2 accesses found.", "Set to “cannot be assessed”, but according to the recorded evidence accesses were found."),
            (theirs[1].Why, theirs[1].Contradiction));
        Assert.Equal(["all-employees"], theirs[1].Readers);
    }

    [Fact]
    public async Task Evidence_about_either_of_two_assets_that_turned_out_to_be_one_counts_once_and_for_both()
    {
        await Done(Told.Whole("hive", Asset(Hive)));
        await Done(Told.Whole("spark", Asset(Spark)));
        var incident = await Declare();
        await Done(new LinkAssets { Incident = incident, Keys = [Hive, Spark], ExposedFrom = Now.AddDays(-1), ExposedTo = Now });
        await Done(new RecordAccesses
        {
            Incident = incident, Keys = [Spark], Source = "Audit log", Accesses = 2, AccessesAre = Certainty.Actual
        });

        await Done(Told.Part("symlinks", Asset(Hive) with { Names = [new(NameScheme.Key, Spark)] }));

        var assessed =
            (await Read(async (db, _) => await EvidenceQueries.Assets(db, await About(incident), new(), null, 50, RightNow))).Items;
        Assert.Equal((Hive, AccessAssessment.AccessFound, 2L), (Assert.Single(assessed).Key, assessed[0].Finding, assessed[0].Accesses));
        Assert.Equal(AccessAssessment.AccessFound, Assert.Single((await Sheet(Hive))!.Incidents).Finding);
    }

    [Fact]
    public async Task What_touched_it_is_told_as_it_was_known_at_any_instant()
    {
        await Done(Told.Whole("hive", Asset(Hive)));
        var (open, hidden) = (await Declare("Open to everyone"), await Declare("Somebody read the diary", Visibility.Private));
        await Done(new LinkAssets { Incident = hidden, Keys = [Hive] });
        await Pause("diary", hidden);
        Func<Task>[] steps =
        [
            () => Done(new LinkAssets { Incident = open, Keys = [Hive], ExposedFrom = Now.AddDays(-1), ExposedTo = Now }),
            () => Pause("program", open),
            () => Done(new RecordAccesses
            {
                Incident = open, All = true, Source = "Audit log", Accesses = 2, AccessesAre = Certainty.Actual
            }),
            () => Done(new UnlinkAssets { Incident = open, Keys = [Hive], Reason = "Never open" }),
        ];
        var instants = new List<DateTimeOffset>();
        foreach (var step in steps)
        {
            var (then, before) = (Clock.GetUtcNow(), new[] { await Touched(Responder), await Touched(Stranger) });
            Clock.Advance(TimeSpan.FromHours(1));
            await step();

            Assert.Equal(before, new[] { await Touched(Responder, then), await Touched(Stranger, then) });
            instants.Add(then);
        }

        Assert.Empty((await Outside(instants[0])).Incidents);
        Assert.Empty((await Outside(instants[0])).Pauses);
        Assert.Empty((await Outside(instants[1])).Pauses);
        var last = await Outside(instants[3]);
        Assert.Equal((open, true, (AccessAssessment?)AccessAssessment.AccessFound, "program"), (Assert.Single(last.Incidents).Number,
            last.Incidents[0].Linked, last.Incidents[0].Finding, Assert.Single(last.Pauses).Key));
        Assert.False(Assert.Single((await Outside(Clock.GetUtcNow())).Incidents).Linked);

        async Task<AssetSheet> Outside(DateTimeOffset then) =>
            (await Read((db, _) => AssetSheetQueries.Find(db, Hive, 50, Service<ReviewShelf>(), At(then)), Stranger))!;
        async Task<string> Touched(Actor by, DateTimeOffset? then = null)
        {
            var sheet = (await Read((db, _) => AssetSheetQueries.Find(db, Hive, 50, Service<ReviewShelf>(), At(then)), by))!;
            return Json.Write(sheet.Incidents, typeof(IReadOnlyList<AssetIncident>))
                + Json.Write(sheet.Pauses, typeof(IReadOnlyList<Pause>));
        }
    }

    async Task Pause(string key, int incident)
    {
        await Done(new ProposePause
        {
            Key = key, Target = "The program", Scope = "everything",
            Reason = "Stop the harm", Incident = incident, ReviewBy = Now.AddDays(1)
        });
        await Done(new OrderPause { Key = key });
    }

    Task<AssetSheet?> Sheet(string name, int neighbours = 50, Actor? by = null) =>
        Read((db, _) => AssetSheetQueries.Find(db, name, neighbours, Service<ReviewShelf>(), RightNow), by);
}
