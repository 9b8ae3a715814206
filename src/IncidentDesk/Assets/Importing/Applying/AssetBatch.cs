using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Retiring;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>
/// Writes the assets of one batch: finds what is known of them, decides in memory, and writes
/// what differs, a statement a table.
/// </summary>
internal sealed class AssetBatch(DeskDb db, ImportRun run, DateTimeOffset at)
{
    Dictionary<string, KnownAsset> _known = null!;

    /// <param name="statements">Each key once.</param>
    /// <param name="digests">What each says, as <see cref="Digest"/> puts it.</param>
    /// <param name="isCommon">Whether a name is shared by too many in the file.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<BatchCounts> Write(
        IReadOnlyList<StatedAsset> statements, IReadOnlyList<long> digests, Func<AssetName, bool> isCommon, CancellationToken ct)
    {
        _known = await db.Known([.. statements.Select(t => t.Key)], run.Source, ct);
        var (news, same) = (new List<StatedAsset>(), new List<SourceAsset>());
        var newDigests = new List<long>();
        for (var i = 0; i < statements.Count; i++)
            if (_known.GetValueOrDefault(statements[i].Key) is { ByKey: true, Hidden: false } k
                && k.Said == digests[i] && k.Gone == statements[i].Gone && k.RootGone == statements[i].Gone)
            {
                // Who named it last matters only where a run names everything.
                if (run.Complete && k.Run != run.Id) same.Add(new(k.Asset, run.Source, digests[i], run.Id, k.Gone));
            }
            else { news.Add(statements[i]); newDigests.Add(digests[i]); }

        var counts = news.Count == 0 ? new() : await Write(news, newDigests, isCommon, ct);
        await db.NoteSources(same, ct);
        return counts with { Unchanged = counts.Unchanged + statements.Count - news.Count };
    }

    async Task<BatchCounts> Write(List<StatedAsset> statements, List<long> digests, Func<AssetName, bool> isCommon, CancellationToken ct)
    {
        var next = (await db.Assets.IgnoreQueryFilters().MaxAsync(a => (int?)a.Id, ct) ?? 0) + 1;
        var matching = await AssetMatching.Of(db, statements, _known, isCommon, next, ct);
        var before = await Before(statements, matching, ct);
        var changes = new BatchChanges(run, at, before);
        foreach (var (younger, elder) in matching.Merged) changes.Merge(younger, elder);
        var named = matching.Learnt.Select(n => n.Asset).ToHashSet();
        for (var i = 0; i < statements.Count; i++)
            changes.Describe(statements[i], _known.GetValueOrDefault(statements[i].Key),
                matching.Rows[i], matching.Roots[i], named.Contains(matching.Rows[i]));

        await db.Add(changes.New, ct);
        await db.Change(changes.Changed, ct);
        await Follow(matching.Merged, ct);
        await db.Dialect.Load(db, "AssetNames", ["Scheme", "Value", "Asset"],
            matching.Learnt.Select(n => new object?[] { n.Scheme, n.Value, n.Asset }), ct);
        var sources = statements.Select((t, i) => new SourceAsset(matching.Rows[i], run.Source, digests[i], run.Id, t.Gone))
            .ToLookup(s => s.Asset >= next);
        await db.NoteFirstSources([.. sources[true]], ct);
        await db.NoteSources([.. sources[false]], ct);
        var gone = await db.Retire(
            [.. statements.Select((t, i) => (t.Gone, Row: matching.Rows[i])).Where(t => t.Gone).Select(t => t.Row)], at, ct);
        await db.Changed(changes.Touched.Concat(named).Concat(gone), [], ct);
        return changes.Counts with
        {
            Merged = changes.Counts.Merged + matching.Merged.Count, Gone = gone.Count(g => g < next), Rejected = matching.Rejected
        };
    }

    /// <summary>The rows that may change: those spoken of, and those they turn out to be.</summary>
    async Task<Dictionary<int, Asset>> Before(List<StatedAsset> statements, AssetMatching matching, CancellationToken ct)
    {
        var ids = statements.Select(t => _known.GetValueOrDefault(t.Key)).OfType<KnownAsset>().SelectMany(k => new[] { k.Asset, k.Root })
            .Concat(matching.Merged.SelectMany(m => new[] { m.Key, m.Value })).Concat(matching.Roots).ToHashSet();
        return ids.Count == 0 || _known.Count == 0 && matching.Merged.Count == 0 && matching.Roots.SequenceEqual(matching.Rows)
            ? [] : await db.Assets.IgnoreQueryFilters().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
    }

    /// <summary>What was merged into an asset that is now merged itself goes straight to the one that stays.</summary>
    async Task Follow(IReadOnlyDictionary<int, int> merged, CancellationToken ct)
    {
        foreach (var (younger, elder) in merged)
            await db.Run("UPDATE Assets SET MergedInto = @elder WHERE MergedInto = @younger", ct, ("@elder", elder), ("@younger", younger));
    }
}
