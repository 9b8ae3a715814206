using IncidentDesk.Assets;
using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Naming;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets.Importing.Applying;

/// <summary>Two assets that share a name are one.</summary>
public sealed class MergingTests : ImportTest
{
    const string Hive = "hive://w/sales.orders", Spark = "s3://lake/sales/orders", Glue = "glue://eu/sales.orders";

    [Fact]
    public async Task Two_keys_with_a_name_in_common_are_one_asset_and_both_keep_answering()
    {
        var came = await Done(Told.Whole("lineage", Asset(Hive, "orders") with { PeopleData = PeopleData.Yes },
            Asset(Spark, "orders") with { Owners = [new("anna")] }));

        Assert.Equal((1, 1), (came.Added, came.Merged));
        Assert.Equal((Hive, "anna", PeopleData.Yes), await Answer(Hive));
        Assert.Equal((Hive, "anna", PeopleData.Yes), await Answer(Spark));
        Assert.Contains("1 merged", Assert.Single(await CatalogueEntries()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_import_shows_that_two_assets_are_one_and_the_older_stays()
    {
        await Done(Told.Whole("hive", Asset(Hive) with { Labels = [new("pii")] }));
        await Done(Told.Whole("spark", Asset(Spark) with { Labels = [new("gdpr")], PeopleData = PeopleData.Yes, Owners = [new("ben")] }));

        var came = await Done(
            Told.Part("symlinks", Asset(Glue, "a") with { Names = [new(NameScheme.Key, Hive), new(NameScheme.Key, Spark)] }));

        Assert.Equal(2, came.Merged);
        var kept = await Row(Hive);
        Assert.Equal(["gdpr", "pii"], kept.Labels);
        Assert.Equal((null, PeopleData.Yes, "ben"), (kept.MergedInto, kept.PeopleData, kept.Owner));
        Assert.Equal([kept.Id, kept.Id], [(await Row(Spark)).MergedInto, (await Row(Glue)).MergedInto]);
        Assert.Equal(Hive, (await Find(Glue))!.Key);
    }

    [Fact]
    public async Task What_was_merged_into_an_asset_follows_it_so_that_there_is_never_a_chain()
    {
        await Done(Told.Part("one", Asset("x://a/1", "a")));
        await Done(Told.Part("two", Asset("x://a/2", "b"), Asset("x://a/3", "b")));

        await Done(Told.Part("three", Asset("x://a/3", "b", "a")));

        var eldest = await Row("x://a/1");
        Assert.All([await Row("x://a/2"), await Row("x://a/3")], merged => Assert.Equal(eldest.Id, merged.MergedInto));
    }

    [Fact]
    public async Task A_merge_is_not_done_again_and_the_same_files_change_nothing()
    {
        CatalogueImport[] files = [Told.Whole("a", Asset(Hive, "orders") with { Owners = [new("anna")] }),
            Told.Whole("b", Asset(Spark, "orders") with { Owners = [new("ben")] })];
        foreach (var file in files) await Done(file);
        var version = await Read((db, _) => CatalogueFeed.Version(db));

        foreach (var file in files)
            Assert.Equal((0, 0, 1, 0),
                (await Done(file)) is var again ? (again.Added, again.Updated, again.Unchanged, again.Merged) : default);

        Assert.Equal(version, await Read((db, _) => CatalogueFeed.Version(db)));
    }

    [Fact]
    public async Task A_name_that_too_many_assets_have_joins_none_of_them_and_is_said()
    {
        var tables = Enumerable.Range(0, 40).Select(n => Asset($"hive://w/t.{n}", "s3://lake/")).ToArray<CatalogueStatement>();

        var came = await Done(Told.Whole("spark", tables));

        Assert.Equal((40, 0, 40), (came.Added, came.Merged, came.RejectedCount));
        Assert.All(came.Rejected,
            r => Assert.Contains($"shared by more than {CheckedFile.MostUnderOneName} assets", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_import_after_the_other_does_not_grow_one_asset_of_any_number_of_keys_either()
    {
        for (var n = 0; n < CheckedFile.MostUnderOneName; n++) await Done(Told.Part("spark", Asset($"hive://w/t.{n}", "s3://lake/")));

        var came = await Done(Told.Part("spark", Asset("hive://w/t.more", "s3://lake/")));

        Assert.Equal((1, 0), (came.Added, came.Merged));
        Assert.Contains("would merge more than", Assert.Single(came.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_model_in_production_and_for_trying_out_stays_two_assets()
    {
        var came = await Done(Told.Whole("dbt", Asset("snowflake://x/shop.orders", "model.shop.orders"),
            Asset("snowflake://x/shop.orders#dev", "model.shop.orders") with { Environment = "DEV" }));

        Assert.Equal((2, 0), (came.Added, came.Merged));
        Assert.Equal([null, "dev"],
            [(await Row("snowflake://x/shop.orders")).Environment, (await Row("snowflake://x/shop.orders#dev")).Environment]);
        Assert.Equal(["model.shop.orders", "model.shop.orders#dev"],
            await Read((db, _) => db.AssetNames.Select(n => n.Value).Order().ToListAsync()));
    }

    [Fact]
    public async Task Whether_a_name_comes_in_one_batch_or_in_the_next_makes_no_difference()
    {
        // More than the first batch holds lies between the two.
        var between = Enumerable.Range(0, 9_000).Select(n => Asset($"hive://w/filler.{n}"));

        var came = await Done(Told.File("big", () => [Asset(Hive, "orders"), .. between, Asset(Spark, "orders")], complete: true));

        Assert.Equal((9_001, 1), (came.Added, came.Merged));
        Assert.Equal(Hive, (await Find(Spark))!.Key);
    }

    async Task<(string, string?, PeopleData)> Answer(string key) => await Find(key) is { } a ? (a.Key, a.Owner, a.PeopleData) : default;

    async Task<IReadOnlyList<string>> CatalogueEntries() => await Read(async (db, _) =>
        (IReadOnlyList<string>)[.. (await db.Entries.Where(e => e.Stream == IncidentDesk.Record.Streams.Catalogue).ToListAsync())
            .Select(e => IncidentDesk.Record.Recorded.From(e).Event.Sentence())]);
}
