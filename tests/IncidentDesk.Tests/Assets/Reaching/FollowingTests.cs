using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Assets.Reaching;

/// <summary>The lineage in memory after it was read once, while imports go on.</summary>
public sealed class FollowingTests : ReachTest
{
    const string More = "lake://w/more", End = "lake://w/end";

    [Fact]
    public async Task What_an_import_adds_is_there_for_whoever_asks_next()
    {
        var incident = await DeclareWith();
        Assert.Equal(6, (await Radius(incident)).Total);

        await Done(Catalogue.Import($"key,upstreams\n{More},{Board}\n{End},{More}\n", "more.csv"));

        Assert.Equal((8, 4), ((await Radius(incident)).Total, (await Radius(incident)).Hops));
        Assert.Equal([Keys, Daily, Board, More, End], (await List(incident)).Items.Single(a => a.Key == End).Path);
        await SameAsReadAnew();
    }

    [Fact]
    public async Task What_its_source_names_no_more_is_left_out_counted_and_followed_on_request()
    {
        var incident = await DeclareWith();
        await Done(Whole($"key,upstreams\n{More},{Board}\n{End},{More}\n"));
        Assert.Equal(8, (await Radius(incident)).Total);

        await Done(Whole($"key,upstreams\n{End},\n"));

        var radius = await Radius(incident);
        Assert.Equal((6, true), (radius.Total, radius.Completeness.GoneAssets + radius.Completeness.GoneEdges > 0));
        Assert.Contains(radius.Completeness.Remarks, r => r.Contains("no source names", StringComparison.Ordinal));
        var all = await Radius(incident, new() { WithGone = true });
        Assert.Equal((8, 0, 0), (all.Total, all.Completeness.GoneAssets, all.Completeness.GoneEdges));
        Assert.True((await List(incident, wanted: new() { WithGone = true })).Items.Single(a => a.Key == More).Gone);
        await SameAsReadAnew();

        await Done(Whole($"key,upstreams\n{More},{Board}\n{End},{More}\n"));
        Assert.Equal(8, (await Radius(incident)).Total);
        await SameAsReadAnew();
    }

    [Fact]
    public async Task Two_assets_that_turn_out_to_be_one_join_their_lineage()
    {
        await Done(Events(Run("ingest", """{"namespace":"postgres://db:5432","name":"shop.public.orders"}""",
            """{"namespace":"s3://lake","name":"raw/orders"}""")));
        await Done(Events(Run("report", """{"namespace":"hive://meta:9083","name":"shop.orders"}""",
            """{"namespace":"postgres://db:5432","name":"mart.public.top"}""")));
        var incident = await Declare();
        await Done(new LinkAssets { Incident = incident, Pattern = "postgres*shop.public.orders" });
        var before = await List(incident);

        await Done(Events(
            """{"eventTime":"2026-06-02T00:00:00Z","dataset":{"namespace":"hive://meta:9083","name":"shop.orders","facets":{"symlinks":{"_producer":"https://example.org","_schemaURL":"https://example.org/s","identifiers":[{"namespace":"s3://lake","name":"raw/orders","type":"LOCATION"}]}}},"producer":"https://example.org","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent"}"""));

        Assert.DoesNotContain(before.Items, a => a.Key.Contains("mart", StringComparison.Ordinal));
        Assert.Contains((await List(incident)).Items, a => a.Key.Contains("mart", StringComparison.Ordinal));
        await SameAsReadAnew();
    }

    [Fact]
    public async Task A_source_that_nobody_imported_for_long_is_named()
    {
        var incident = await DeclareWith();
        Assert.Empty((await Radius(incident)).Completeness.OldSources);

        Clock.Advance(TimeSpan.FromDays(31));

        var old = Assert.Single((await Radius(incident)).Completeness.OldSources);
        Assert.Equal(("warehouse.csv", Now), (old.Name, old.ImportedAt));
        Assert.Contains("8 assets come from a source older than 30 days: warehouse.csv, last imported 12 Jun 2026, 03:10 UTC.",
            (await Radius(incident)).Completeness.Remarks);
        Assert.Empty((await Radius(incident, new() { OldAfterDays = 60 })).Completeness.OldSources);
    }

    [Fact]
    public async Task In_short_it_follows_links_and_catalogue()
    {
        var incident = await DeclareWith(Daily);
        var inShort = Service<ReachInShort>();
        Assert.Equal(5, (await Short())!.Total);

        await Done(Catalogue.Import($"key,upstreams\n{More},{Board}\n", "more.csv"));
        Assert.Equal(6, (await Short())!.Total);
        await Done(new LinkAssets { Incident = incident, Keys = [Source] });
        Assert.Equal((2, 7), ((await Short())!.Linked, (await Short())!.Total));

        async Task<BlastRadius?> Short()
        {
            // Where the catalogue is read for the first time on a busy machine, the answer may not be there yet.
            for (var wait = 0; wait < 400; wait++)
                if (await Read(async (db, _) => await inShort.Of(db, (await db.Incidents.FindAsync(incident))!)) is { } found) return found;
            return null;
        }
    }

    /// <summary>What was followed step by step, beside a lineage that is read from the tables now.</summary>
    async Task SameAsReadAnew()
    {
        using var anew = new CatalogueLineage();
        var (followed, read) = (await Read((db, _) => Lineage.Now(db, default)), await Read((db, _) => anew.Now(db, default)));
        Assert.Equal(Assets.Lineage.Flows.Edges(read.Forward), Assets.Lineage.Flows.Edges(followed.Forward));
        Assert.Equal(Assets.Lineage.Flows.Edges(read.Backward), Assets.Lineage.Flows.Edges(followed.Backward));
        Assert.Equal((read.Version, read.Nodes), (followed.Version, followed.Nodes));
        Assert.Equal(read.GoneEdges, followed.GoneEdges);
        Assert.Equal(read.GoneAssets, followed.GoneAssets);
        Assert.Equal(read.MergedInto.Order(), followed.MergedInto.Order());
    }

    static CatalogueImport Whole(string csv) =>
        Catalogue.Import(csv, "whole.csv") with { Request = new() { Format = "csv", Complete = true } };

    static CatalogueImport Events(string lines) => Catalogue.Import(lines, "events.ndjson") with
    {
        Request = new() { Format = "openlineage", Source = "pipelines", Complete = false }
    };

    static string Run(string job, string input, string output) => $$"""
        {"eventType":"COMPLETE","eventTime":"2026-06-01T00:00:00Z","run":{"runId":"0190a1b2-0000-7000-8000-0000000000{{job.Length:00}}"},"job":{"namespace":"airflow","name":"{{job}}"},"inputs":[{{input}}],"outputs":[{{output}}],"producer":"https://example.org","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"}
        """
        .Trim();
}
