using IncidentDesk.Assets.Naming;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>Reading the catalogue and what of it is linked to incidents.</summary>
public static class AssetQueries
{
    /// <summary>What fits best first; without a part of a name to look for, in the order of their keys.</summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="names">Where to look.</param>
    /// <param name="filter">What for.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="facets">Whether to count how all that was found divides.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<AssetsFound> Search(
        DeskDb db, CatalogueNames names, AssetFilter filter, string? after, int limit, bool facets = false, CancellationToken ct = default)
    {
        var now = await names.Now(db, ct);
        if (facets || filter.Review is not null) now = await names.Reviewed(db, now, ct);
        var found = now.Find(filter, await CatalogueNames.Seen(db, now, ct), Place.From(after), Page.Size(limit), facets);
        var ids = found.First.Select(p => p.Id).ToList();
        var rows = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return new([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], found.Next, found.Count, found.Facets);
    }

    public static Task<int> Count(DeskDb db, CancellationToken ct = default) => db.Assets.CountAsync(ct);

    /// <summary>The asset with this key, or the one that goes by it since the two were found to be one.</summary>
    public static async Task<Asset?> Find(DeskDb db, string key, CancellationToken ct = default)
    {
        key = key.Trim();
        var found = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, ct)
            ?? await db.AssetNames.Where(n => n.Value == key && n.Scheme == NameScheme.Key)
                .Join(db.Assets.AsNoTracking(), n => n.Asset, a => a.Id, (_, a) => a).SingleOrDefaultAsync(ct);
        return found?.MergedInto is { } elder ? await db.Assets.AsNoTracking().SingleAsync(a => a.Id == elder, ct) : found;
    }

    internal static IQueryable<Asset> Behind(IQueryable<Asset> assets, string? after) =>
#pragma warning disable CA1309 // The database compares; EF translates this form only.
        after.OrNull() is { } last ? assets.Where(a => string.Compare(a.Key, last) > 0) : assets;
#pragma warning restore CA1309
}

/// <summary>A page of what a search found.</summary>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Facets">How they divide; null where nobody asked.</param>
public sealed record AssetsFound(IReadOnlyList<Asset> Items, string? Next, int Count, Facets? Facets);
