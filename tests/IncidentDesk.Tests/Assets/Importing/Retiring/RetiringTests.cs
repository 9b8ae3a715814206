using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Tests.Assets.Importing.Retiring;

/// <summary>What a source that names everything names no more is gone, and never deleted.</summary>
public sealed class RetiringTests : ImportTest
{
    const string A = "hive://w/a", B = "hive://w/b", C = "hive://w/c";

    [Fact]
    public async Task What_a_later_whole_file_does_not_name_is_gone_and_comes_back_when_it_does()
    {
        var all = Told.Whole("hive", Asset(A), Asset(B), Asset(C), Edge(A, B), Edge(A, C));
        await Done(all);
        Clock.Advance(TimeSpan.FromDays(1));

        var came = await Done(Told.Whole("hive", Asset(A), Asset(B), Edge(A, B)));

        Assert.Equal((1, 1, 2), (came.Gone, came.EdgesGone, came.Unchanged));
        Assert.Equal(Clock.GetUtcNow(), (await Row(C)).GoneAt);
        Assert.Equal([$"{A} > {B}"], await Edges());
        var back = await Done(all);
        Assert.Equal((0, 1, 2, 1), (back.Added, back.Updated, back.Unchanged, back.Edges));
        Assert.Null((await Row(C)).GoneAt);
        Assert.Equal([$"{A} > {B}", $"{A} > {C}"], await Edges());
    }

    [Fact]
    public async Task A_file_of_a_part_takes_nothing_for_gone()
    {
        await Done(Told.Whole("hive", Asset(A), Asset(B), Edge(A, B)));

        var came = await Done(Told.Part("hive", Asset(C)));

        Assert.Equal((1, 0, 0), (came.Added, came.Gone, came.EdgesGone));
        Assert.Null((await Row(B)).GoneAt);
    }

    [Fact]
    public async Task A_second_file_of_events_takes_nothing_of_the_first_for_gone()
    {
        await Done(Events("load", A, B));

        var came = await Done(Events("train", B, C));

        Assert.Equal((0, 0), (came.Gone, came.EdgesGone));
        Assert.Equal([$"{A} > {B} by job://airflow/load", $"{B} > {C} by job://airflow/train"], await Edges());
        Assert.False((await Read((db, _) => ImportQueries.Find(db, came.Import)))!.Complete);

        static CatalogueImport Events(string job, string from, string to) => Catalogue.Import($$"""
            {"eventType":"COMPLETE","eventTime":"2026-06-12T03:00:00Z","run":{"runId":"0190a0b0-0000-7000-8000-000000000001"},"job":{"namespace":"airflow","name":"{{job}}"},
             "inputs":[{"namespace":"hive://w","name":"{{from[9..]}}"}],"outputs":[{"namespace":"hive://w","name":"{{to[9..]}}"}],"producer":"https://example.org/etl","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json"}
            """,
            $"{job}.json") with { Request = new() { Source = "pipelines" } };
    }

    [Fact]
    public async Task While_another_source_names_it_an_asset_or_an_edge_is_not_gone()
    {
        await Done(Told.Whole("hive", Asset(A), Asset(B), Edge(A, B)));
        await Done(Told.Whole("dbt", Asset(B), Edge(A, B)));

        var hive = await Done(Told.Whole("hive", Asset(C)));
        Assert.Equal((0, 1), (hive.Gone, hive.EdgesGone));
        Assert.Equal([$"{A} > {B}"], await Edges());

        var dbt = await Done(Told.Whole("dbt", Asset(C)));
        Assert.Equal((2, 1), (dbt.Gone, dbt.EdgesGone));
        Assert.Empty(await Edges());
    }

    [Fact]
    public async Task An_asset_is_not_gone_while_one_of_its_keys_is_named()
    {
        await Done(Told.Whole("hive", Asset(A, "one")));
        await Done(Told.Whole("spark", Asset(B, "one")));

        Assert.Equal(0, (await Done(Told.Whole("hive", Asset(C)))).Gone);
        Assert.Null((await Row(A)).GoneAt);
        Assert.Equal(1, (await Done(Told.Whole("spark", Asset(C)))).Gone);
        Assert.NotNull((await Row(A)).GoneAt);
    }

    [Fact]
    public async Task A_source_may_say_itself_that_an_asset_is_gone_and_an_edge_does_not_bring_it_back()
    {
        await Done(Told.Whole("datahub", Asset(A), Asset(B)));
        var dropped = Told.Whole("datahub", Asset(A), Asset(B) with { Gone = true }, Edge(A, B));

        Assert.Equal(1, (await Done(dropped)).Gone);
        Assert.NotNull((await Row(B)).GoneAt);
        var again = await Done(dropped);
        Assert.Equal((0, 0, 2, 0), (again.Added, again.Updated, again.Unchanged, again.Gone));
    }

    [Fact]
    public async Task A_job_between_is_an_asset_and_two_jobs_are_two_edges()
    {
        var came = await Done(Told.Whole("airflow", Asset(A), Asset(B), Edge(A, B, "airflow://x/load"), Edge(A, B, "airflow://x/mend")));

        Assert.Equal((2, 2, 2), (came.Added, came.Edges, came.Stubs));
        Assert.Equal([$"{A} > {B} by airflow://x/load", $"{A} > {B} by airflow://x/mend"], await Edges());
        Assert.Equal(1, (await Done(Told.Whole("airflow", Asset(A), Asset(B), Edge(A, B, "airflow://x/load")))).EdgesGone);
    }

    [Fact]
    public async Task Data_that_flows_into_itself_is_no_edge_whatever_names_it_goes_by()
    {
        var came = await Done(Told.Whole("spark", Asset(A, "one"), Asset(B, "one"), Edge(A, A), Edge(A, B)));

        Assert.Equal((0, 2), (came.Edges, came.RejectedCount));
        Assert.Empty(await Edges());
    }

    [Fact]
    public async Task The_feed_tells_of_every_asset_and_edge_that_came_went_or_came_back()
    {
        await Done(Told.Whole("hive", Asset(A), Asset(B), Edge(A, B)));
        var (a, b) = ((await Row(A)).Id, (await Row(B)).Id);
        Assert.Equal([new EdgeChange(a, b, false)], await Since(0));
        var version = await Read((db, _) => CatalogueFeed.Version(db));

        await Done(Told.Whole("hive", Asset(A), Asset(B)));
        Assert.Equal([new EdgeChange(a, b, true)], await Since(version));
        version = await Read((db, _) => CatalogueFeed.Version(db));

        await Done(Told.Whole("hive", Asset(A), Asset(B), Edge(A, B)));
        Assert.Equal([new EdgeChange(a, b, false)], await Since(version));
    }

    async Task<EdgeChange[]> Since(long version) =>
        [.. (await Read((db, _) => CatalogueFeed.Since(db, version)))!.SelectMany(c => Packed.Edges(c.Edges))];
}
