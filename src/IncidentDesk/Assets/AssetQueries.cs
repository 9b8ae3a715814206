using IncidentDesk.Assets.Naming;
using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>Reading the catalogue and what of it is linked to incidents.</summary>
public static partial class AssetQueries
{
    /// <summary>Assets in the order of their keys, those behind <paramref name="after"/> only.</summary>
    public static async Task<Page<Asset>> Search(DeskDb db, AssetFilter filter, string? after, int limit, CancellationToken ct = default)
    {
        var assets = Behind(filter.Of(db), after);
        return Page.Of(await assets.OrderBy(a => a.Key).Take(Page.Size(limit) + 1).ToListAsync(ct), limit, a => a.Key);
    }

    public static Task<int> Count(DeskDb db, AssetFilter filter, CancellationToken ct = default) => filter.Of(db).CountAsync(ct);

    /// <summary>The asset with this key, or the one that goes by it since the two were found to be one.</summary>
    public static async Task<Asset?> Find(DeskDb db, string key, CancellationToken ct = default)
    {
        key = key.Trim();
        var found = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, ct)
            ?? await db.AssetNames.Where(n => n.Value == key && n.Scheme == NameScheme.Key).Join(db.Assets.AsNoTracking(), n => n.Asset, a => a.Id, (_, a) => a).SingleOrDefaultAsync(ct);
        return found?.MergedInto is { } elder ? await db.Assets.AsNoTracking().SingleAsync(a => a.Id == elder, ct) : found;
    }

    static IQueryable<Asset> Behind(IQueryable<Asset> assets, string? after) =>
#pragma warning disable CA1309 // The database compares; EF translates this form only.
        after.OrNull() is { } last ? assets.Where(a => string.Compare(a.Key, last) > 0) : assets;
#pragma warning restore CA1309
}
