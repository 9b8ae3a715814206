using IncidentDesk.Assets.Following;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Retiring;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing.Taking;

/// <summary>
/// Writes the assets of one batch: finds what is known of them, decides in memory, and writes
/// what differs, a statement a table.
/// </summary>
internal sealed class TakenAssets(DeskDb db, ImportRun run, DateTimeOffset at)
{
    Dictionary<string, KnownAsset> _known = null!;

    /// <param name="told">Each key once.</param>
    /// <param name="said">What each says, as <see cref="Digest"/> puts it.</param>
    /// <param name="isCommon">Whether a name is shared by too many in the file.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Taken> Write(
        IReadOnlyList<ToldAsset> told, IReadOnlyList<long> said, Func<AssetName, bool> isCommon, CancellationToken ct)
    {
        _known = await db.Known([.. told.Select(t => t.Key)], run.Source, ct);
        var (news, same) = (new List<ToldAsset>(), new List<AssetSighting>());
        var saidOf = new List<long>();
        for (var i = 0; i < told.Count; i++)
            if (_known.GetValueOrDefault(told[i].Key) is { ByKey: true, Hidden: false } k
                && k.Said == said[i] && k.Gone == told[i].Gone && k.RootGone == told[i].Gone)
            {
                // Who named it last matters only where a run names everything.
                if (run.Complete && k.Run != run.Id) same.Add(new(k.Asset, run.Source, said[i], run.Id, k.Gone));
            }
            else { news.Add(told[i]); saidOf.Add(said[i]); }

        var taken = news.Count == 0 ? new() : await Write(news, saidOf, isCommon, ct);
        await db.Sight(same, ct);
        return taken with { Unchanged = taken.Unchanged + told.Count - news.Count };
    }

    async Task<Taken> Write(List<ToldAsset> told, List<long> said, Func<AssetName, bool> isCommon, CancellationToken ct)
    {
        var next = (await db.Assets.IgnoreQueryFilters().MaxAsync(a => (int?)a.Id, ct) ?? 0) + 1;
        var identity = await Identity.Of(db, told, _known, isCommon, next, ct);
        var before = await Before(told, identity, ct);
        var change = new Change(run, at, before);
        foreach (var (younger, elder) in identity.Merged) change.Merge(younger, elder);
        var named = identity.Learnt.Select(n => n.Asset).ToHashSet();
        for (var i = 0; i < told.Count; i++)
            change.Describe(told[i], _known.GetValueOrDefault(told[i].Key),
                identity.Rows[i], identity.Roots[i], named.Contains(identity.Rows[i]));

        await db.Add(change.New, ct);
        await db.Change(change.Changed, ct);
        await Follow(identity.Merged, ct);
        await db.Dialect.Load(db, "AssetNames", ["Scheme", "Value", "Asset"],
            identity.Learnt.Select(n => new object?[] { n.Scheme, n.Value, n.Asset }), ct);
        var sighted = told.Select((t, i) => new AssetSighting(identity.Rows[i], run.Source, said[i], run.Id, t.Gone))
            .ToLookup(s => s.Asset >= next);
        await db.SightFirst([.. sighted[true]], ct);
        await db.Sight([.. sighted[false]], ct);
        var gone = await db.Retire(
            [.. told.Select((t, i) => (t.Gone, Row: identity.Rows[i])).Where(t => t.Gone).Select(t => t.Row)], at, ct);
        await db.Changed(change.Touched.Concat(named).Concat(gone), [], ct);
        return change.Taken with
        {
            Merged = change.Taken.Merged + identity.Merged.Count, Gone = gone.Count(g => g < next), Rejected = identity.Rejected
        };
    }

    /// <summary>The rows that may change: those spoken of, and those they turn out to be.</summary>
    async Task<Dictionary<int, Asset>> Before(List<ToldAsset> told, Identity identity, CancellationToken ct)
    {
        var ids = told.Select(t => _known.GetValueOrDefault(t.Key)).OfType<KnownAsset>().SelectMany(k => new[] { k.Asset, k.Root })
            .Concat(identity.Merged.SelectMany(m => new[] { m.Key, m.Value })).Concat(identity.Roots).ToHashSet();
        return ids.Count == 0 || _known.Count == 0 && identity.Merged.Count == 0 && identity.Roots.SequenceEqual(identity.Rows)
            ? [] : await db.Assets.IgnoreQueryFilters().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
    }

    /// <summary>What was merged into an asset that is now merged itself goes straight to the one that stays.</summary>
    async Task Follow(IReadOnlyDictionary<int, int> merged, CancellationToken ct)
    {
        foreach (var (younger, elder) in merged)
            await db.Run("UPDATE Assets SET MergedInto = @elder WHERE MergedInto = @younger", ct, ("@elder", elder), ("@younger", younger));
    }
}
