using IncidentDesk.Assets;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;

using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Sheets;

/// <summary>Finding one asset by any of its names, and all that is known of it.</summary>
public static class AssetSheetQueries
{
    /// <summary>The sheet; null where no asset goes by this name for this reader.</summary>
    /// <param name="name">A key, or a name in any scheme, to the letter.</param>
    /// <param name="neighbours">How many neighbours are listed on each side.</param>
    /// <param name="rules">What requires reviews.</param>
    /// <param name="moment">Of which time what touched it is told.</param>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<AssetSheet?> Find(
        DeskDb db, string name, int neighbours, ReviewShelf rules, Moment moment, CancellationToken ct = default)
    {
        if (await Named(db, name.Trim(), ct) is not { } asset) return null;
        var merged = await db.Assets.AsNoTracking().Where(a => a.MergedInto == asset.Id)
            .OrderBy(a => a.Id).Select(a => new { a.Id, a.Key }).ToListAsync(ct);
        int[] ids = [asset.Id, .. merged.Select(m => m.Id)];
        var aliases = await db.AssetNames.AsNoTracking().Where(n => EF.Parameter(ids).Contains(n.Asset))
            .OrderBy(n => n.Scheme).ThenBy(n => n.Value).ToListAsync(ct);
        var incidents = await AssetIncidents.Of(db, ids, moment, ct);
        return new AssetSheet
        {
            Key = asset.Key, AskedAs = name.Trim() == asset.Key ? null : name.Trim(), Kind = asset.Kind,
            Environment = asset.Environment, Container = asset.Container, Owner = asset.Owner,
            Owners = asset.Owners, Labels = asset.Labels, LabelDetails = asset.LabelDetails,
            PeopleData = asset.PeopleData, Review = asset.Review, Rows = asset.Rows, Bytes = asset.Bytes,
            LastAccess = asset.LastAccess, GoneAt = asset.GoneAt, Source = asset.Source,
            ImportedAt = asset.ImportedAt, FirstSeen = asset.FirstSeen,
            Names = [.. merged.Select(m => new AssetName(NameScheme.Key, m.Key))
                .Concat(aliases.Select(n => new AssetName(n.Scheme, n.Value))).Prepend(new(NameScheme.Key, asset.Key)).Distinct()],
            Sources = await Sources(db, ids, ct), AsKnownAt = moment.IsNow ? null : moment.At,
            Incidents = incidents, Pauses = await Pauses(db, incidents, moment, ct),
            Upstream = await NeighbourQueries.Upstream(db, ids, neighbours, ct),
            Downstream = await NeighbourQueries.Downstream(db, ids, neighbours, ct),
            Reviews = await AssetReviews.Of(db, rules, asset, [asset.Key, .. merged.Select(m => m.Key)], moment, ct),
        };
    }

    /// <summary>
    /// By its key, then by any alias; where several assets go by one name in different schemes, the scheme that comes
    /// first. What was merged is read through its survivor.
    /// </summary>
    static async Task<Asset?> Named(DeskDb db, string name, CancellationToken ct)
    {
        var found = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Key == name, ct)
            ?? await db.AssetNames.AsNoTracking().Where(n => n.Value == name).OrderBy(n => n.Scheme)
                .Join(db.Assets, n => n.Asset, a => a.Id, (_, a) => a).FirstOrDefaultAsync(ct);
        return found?.MergedInto is { } survivor ? await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == survivor, ct) : found;
    }

    /// <summary>The pauses of these incidents, by key.</summary>
    static async Task<IReadOnlyList<Pause>> Pauses(DeskDb db, IReadOnlyList<AssetIncident> incidents, Moment moment, CancellationToken ct)
    {
        var numbers = incidents.Select(i => (int?)i.Number).ToArray();
        var pauses = await PauseView.It.At(db, moment, p => EF.Parameter(numbers).Contains(p.Incident), ct);
        return [.. (await pauses.Read(ct)).OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    static async Task<IReadOnlyList<AssetSource>> Sources(DeskDb db, int[] ids, CancellationToken ct)
    {
        var named = await db.SourceAssets.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Asset))
            .Join(db.CatalogueSources, s => s.Source, c => c.Id, (s, c) => new { c.Name, c.Format, c.ImportedAt, s.Gone }).ToListAsync(ct);
        // Merged assets may each be named by the same source; it names the asset while it names one of them.
        return [.. named.GroupBy(s => s.Name)
            .Select(g => new AssetSource(g.Key, g.First().Format, g.First().ImportedAt, g.All(s => s.Gone)))
            .OrderBy(s => s.Gone).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }
}
