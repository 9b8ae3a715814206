using IncidentDesk.Assets;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Assets;

/// <summary>An incident and a small warehouse to link from.</summary>
public abstract class AssetTest : IncidentTest
{
    protected const string Warehouse = """
        key,kind,owner,labels,people_data
        hive://w/logs.keys_a,table,anna,keystrokes;staff,yes
        hive://w/logs.keys_b,table,anna,keystrokes,yes
        hive://w/logs.screens,view,ben,staff,unknown
        hive://w/sales.orders,table,,,no
        """;

    protected const string KeysA = "hive://w/logs.keys_a", KeysB = "hive://w/logs.keys_b",
        Screens = "hive://w/logs.screens", Orders = "hive://w/sales.orders";

    /// <summary>The warehouse imported, and an incident with whatever the pattern names linked to it.</summary>
    protected async Task<int> DeclareWith(string? pattern = null)
    {
        await Done(Catalogue.Import(Warehouse));
        var incident = await Declare();
        if (pattern is not null) await Done(new LinkAssets { Incident = incident, Pattern = pattern });
        return incident;
    }

    protected async Task<IReadOnlyList<LinkedAsset>> Linked(int incident, int? asOf = null, Actor? by = null) =>
        (await Read(async (db, _) => await LinkQueries.Linked(
            db, Service<CatalogueNames>(), await About(incident, asOf), new(), null, null, 500), by)).Items;

    protected async Task<IEnumerable<string>> LinkedKeys(int incident, int? asOf = null) =>
        (await Linked(incident, asOf)).Select(a => a.Key);

    /// <summary>The keys that an entry of the incident names, as its attachment lists them.</summary>
    protected async Task<string[]> KeysIn(string attachment) =>
        System.Text.Encoding.UTF8.GetString(
            await Read((db, _) => db.Attachments.Where(a => a.Hash == attachment).Select(a => a.Bytes).SingleAsync())).Split('\n');
}
