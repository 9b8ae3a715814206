using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Events;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using IncidentDesk.Tests.Record;

namespace IncidentDesk.Tests.Assets.Searching;

/// <summary>What a search answers, and that it keeps step with the catalogue.</summary>
public sealed class FoundTests : AssetTest
{
    [Fact]
    public async Task What_fits_best_comes_first()
    {
        await Done(Catalogue.Import("key\nhive://w/sales.reorders\nhive://w/sales.late_orders\nhive://w/sales.orders_of_2026\n"
            + "hive://w/sales.orders\nhive://w/sales.orders_eu\nhive://w/orders.x\nhive://w/sales.other\n"));

        Assert.Equal(
            ["hive://w/sales.orders", "hive://w/sales.orders_eu", "hive://w/sales.orders_of_2026",
                "hive://w/orders.x", "hive://w/sales.late_orders", "hive://w/sales.reorders"],
            (await Find(new() { Q = "ORDERS" })).Items.Select(a => a.Key));
    }

    [Fact]
    public async Task What_is_found_is_counted_by_all_that_one_can_narrow_it_by()
    {
        await Done(Catalogue.Import(Warehouse));

        var found = await Find(new() { Q = "logs" });

        Assert.Equal(3, found.Count);
        Assert.Equal([new(AssetKind.Table, 2), new(AssetKind.View, 1)], found.Facets!.Kinds);
        Assert.Equal([new(PeopleData.Yes, 2), new(PeopleData.Unknown, 1)], found.Facets.PeopleData);
        Assert.Equal([new("anna", 2), new("ben", 1)], found.Facets.Owners);
        Assert.Equal([new("keystrokes", 2), new("staff", 2)], found.Facets.Labels);
        Assert.Equal([new("logs", 3)], found.Facets.Containers);
        Assert.Equal((2, "anna"), ((await Find(new() { Q = "logs", Owner = "anna" })).Count, found.Items[0].Owner));
        Assert.Equal(0, (await Find(new() { Owner = "nobody" })).Count);
    }

    [Fact]
    public async Task What_an_import_adds_or_changes_is_found_at_once()
    {
        await Done(Catalogue.Import(Warehouse));
        Assert.Equal(4, (await Find(new())).Count);

        await Done(Catalogue.Import(
            "key,kind,owner,labels\nhive://w/logs.keys_c,table,zoe,staff\nhive://w/logs.keys_a,view,zoe,secret\n",
            "more.csv"));

        Assert.Equal(5, (await Find(new())).Count);
        Assert.Equal([KeysA, "hive://w/logs.keys_c"], (await Find(new() { Owner = "zoe" })).Items.Select(a => a.Key));
        Assert.Equal(0, (await Find(new() { Q = "keys_a", Kind = AssetKind.Table })).Count);
        Assert.Equal([KeysA], (await Find(new() { Label = "secret" })).Items.Select(a => a.Key));
    }

    [Fact]
    public async Task Following_many_small_imports_comes_to_the_same_as_reading_everything_anew()
    {
        for (var round = 0; round < 12; round++)
        {
            await Done(Catalogue.Import(
                "key,owner\n" + string.Concat(Enumerable.Range(0, 30).Select(n => $"hive://w/T{(round * 7) + n}.x,o{round % 3}\n")),
                $"{round}.csv"));
            Assert.True((await Find(new() { Q = "t" })).Count > 0);
        }

        using var anew = new CatalogueNames(Service<IReviewsOfAssets>());
        Assert.Equivalent(await Find(new(), anew), await Find(new()), strict: true);
        Assert.Equivalent(await Find(new() { Q = "t1", Owner = "o2" }, anew), await Find(new() { Q = "t1", Owner = "o2" }), strict: true);
    }

    [Fact]
    public async Task What_only_a_private_incident_names_is_not_found_by_strangers()
    {
        await Done(Catalogue.Import(Warehouse));
        var keys = Attachment.Of("hive://w/logs.diary"u8.ToArray());
        var file = await IntactExport.From(new MemoryStream(Encoding.UTF8.GetBytes(Forged.File([keys],
            new IncidentDeclared("The diary", Severity.Sev1, IncidentKind.Live, Visibility.Private),
            new AssetsLinked(1, keys.Hash, new() { Total = 1 }, default)))), default);
        await Done(new ImportIncident { File = file.Value! }, Privacy);

        Assert.Equal(1, (await Find(new() { Q = "diary" }, by: Privacy)).Count);
        foreach (var q in new[] { "diary", "*diary*", "logs" })
        {
            var found = await Find(new() { Q = q }, by: Stranger);
            Assert.DoesNotContain(found.Items, a => a.Key.Contains("diary", StringComparison.Ordinal));
            Assert.Equal(found.Items.Count, found.Count);
            Assert.Equal(found.Count, found.Facets!.Kinds.Sum(k => k.Count));
        }
    }

    [Fact]
    public async Task A_cursor_holds_while_the_catalogue_grows()
    {
        await Done(Catalogue.Import(Catalogue.Hive(100)));
        var first = await Read((db, _) => AssetQueries.Search(db, Service<CatalogueNames>(), new() { Q = "events" }, null, 40));
        await Done(Catalogue.Import("key\nhive://warehouse/a.events_0\nhive://warehouse/zzz.events_99999999\n", "more.csv"));

        var rest = await Read((db, _) => AssetQueries.Search(db, Service<CatalogueNames>(), new() { Q = "events" }, first.Next, 500));

        Assert.Equal(61, rest.Items.Count);
        Assert.Empty(first.Items.Select(a => a.Key).Intersect(rest.Items.Select(a => a.Key)));
        Assert.Null(rest.Next);
    }

    Task<AssetsFound> Find(AssetFilter filter, CatalogueNames? names = null, Actor? by = null) =>
        Read((db, _) => AssetQueries.Search(db, names ?? Service<CatalogueNames>(), filter, null, 500, facets: true), by);
}
