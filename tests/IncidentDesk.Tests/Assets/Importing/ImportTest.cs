using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>Imports of files that say what a scenario needs.</summary>
public abstract class ImportTest : AssetTest
{
    private protected ScriptedFormat Told { get; } = new();

    protected override void Arrange(IServiceCollection services) => services.AddSingleton<ICatalogueFormat>(Told);

    protected static StatedAsset Asset(string key, params string[] names) => new($"line {key.Length}", key)
    {
        Kind = AssetKind.Table, Names = [.. names.Select(n => new AssetName(NameScheme.Dbt, n))],
    };

    protected static StatedEdge Edge(string from, string to, string? job = null) => new("$.edges[0]", from, to) { Job = job };

    protected Task<Asset?> Find(string key, Actor? by = null) => Read((db, _) => AssetQueries.Find(db, key), by);

    protected async Task<Asset> Row(string key) => await Read((db, _) => db.Assets.AsNoTracking().SingleAsync(a => a.Key == key));

    /// <summary>Edges that stand, by the keys of their ends.</summary>
    protected async Task<string[]> Edges() => await Read(async (db, _) =>
    {
        var keys = await db.Assets.ToDictionaryAsync(a => a.Id, a => a.Key);
        return (await db.AssetEdges.Where(e => e.GoneAt == null).ToListAsync())
            .Select(e => $"{keys[e.From]} > {keys[e.To]}{(e.Job == 0 ? "" : $" by {keys[e.Job]}")}")
            .Order(StringComparer.Ordinal).ToArray();
    });

    protected static (int Added, int Updated, int Unchanged) Counts(ImportedAssets came) => (came.Added, came.Updated, came.Unchanged);
}
