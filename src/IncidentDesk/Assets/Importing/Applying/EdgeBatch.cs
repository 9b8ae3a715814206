using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>Writes the edges of one batch. An end that nothing describes becomes an asset known by name only.</summary>
internal sealed class EdgeBatch(DeskDb db, ImportRun run, DateTimeOffset at)
{
    readonly Dictionary<string, (int Asset, int Root)> _ends = new(StringComparer.Ordinal);

    public async Task<BatchCounts> Write(IReadOnlyList<StatedEdge> statements, CancellationToken ct)
    {
        var (stubs, returned) = await Ends(
            [.. statements.SelectMany(e => e.Job is { } job ? new[] { e.From, e.To, job } : [e.From, e.To])
                .Distinct(StringComparer.Ordinal)],
            ct);
        var (flows, rejected) = (new HashSet<(int From, int To, int Job)>(), new List<Rejection>());
        foreach (var edge in statements)
            if (_ends[edge.From].Root == _ends[edge.To].Root)
                rejected.Add(CheckedFile.At(edge.Place, "Both ends are names of the same asset."));
            else flows.Add((_ends[edge.From].Asset, _ends[edge.To].Asset, edge.Job is { } job ? _ends[job].Asset : 0));
        var news = await Flow(flows, ct);
        await db.Changed([.. stubs, .. returned],
            news.Where(n => !n.Known).Select(n => new EdgeChange(n.From, n.To, false)).Distinct(), ct);
        return new() { Edges = news.Count, Stubs = stubs.Count, Updated = returned.Count, Rejected = rejected };
    }

    /// <summary>Finds every end, makes those that are missing, and notes that the source named them all.</summary>
    async Task<(IReadOnlyList<int> Stubs, IReadOnlyList<int> Returned)> Ends(string[] keys, CancellationToken ct)
    {
        var known = await db.Known(keys, run.Source, ct);
        var next = await db.Assets.IgnoreQueryFilters().MaxAsync(a => (int?)a.Id, ct) ?? 0;
        var (stubs, revealed, named, doubtful) = (new List<Asset>(), new List<Asset>(), new List<SourceAsset>(), new List<int>());
        foreach (var key in keys)
        {
            if (known.GetValueOrDefault(key) is not { } k)
            {
                stubs.Add(AssetUpdates.Blank(++next, key, AssetKind.Stub, run.SourceName, at));
                _ends[key] = (next, next);
                continue;
            }
            _ends[key] = (k.Asset, k.Root);
            if (k.Hidden) revealed.Add(AssetUpdates.Blank(k.Asset, key, AssetKind.Stub, run.SourceName, at));
            // What the same file says to be gone is not back because an edge still leads there.
            if (k.Said is null || (k.Run != run.Id && (run.Complete || k.Gone)))
                named.Add(new(k.Asset, run.Source, k.Said ?? 0, run.Id, false));
            if (k.RootGone && !(k.Gone && k.Run == run.Id)) doubtful.Add(k.Root);
        }
        await db.Add(stubs, ct);
        await db.Change(revealed, ct);
        await db.NoteFirstSources([.. stubs.Select(s => new SourceAsset(s.Id, run.Source, 0, run.Id, false))], ct);
        await db.NoteSources(named, ct);
        return ([.. stubs.Concat(revealed).Select(s => s.Id)], await Return(doubtful, ct));
    }

    async Task<IReadOnlyList<int>> Return(List<int> roots, CancellationToken ct) => roots.Count == 0 ? [] : await db.Rows($"""
        UPDATE Assets SET GoneAt = NULL, ImportedAt = @at
          WHERE GoneAt IS NOT NULL AND Id IN ({string.Join(", ", roots.Distinct())}) RETURNING Id
        """,
        r => r.GetInt32(0), ct, ("@at", at));

    /// <summary>
    /// The edges that this source did not name before, or not lately, and whether another job
    /// or source names the same flow.
    /// </summary>
    async Task<List<(int From, int To, bool Known)>> Flow(HashSet<(int From, int To, int Job)> flows, CancellationToken ct)
    {
        if (flows.Count == 0) return [];
        await db.Temporary("flows", "origin integer, target integer, job integer", ct);
        await db.Dialect.Load(db, "flows", ["origin", "target", "job"], flows.Select(f => new object?[] { f.From, f.To, f.Job }), ct);
        var news = await db.Rows("""
            SELECT f.origin, f.target,
              EXISTS (SELECT 1 FROM AssetEdges o WHERE o."from" = f.origin AND o."to" = f.target AND o.GoneAt IS NULL)
            FROM flows f LEFT JOIN AssetEdges e ON e."from" = f.origin AND e."to" = f.target AND e.Job = f.job AND e.Source = @source
            WHERE e."from" IS NULL OR e.GoneAt IS NOT NULL
            """,
            r => (r.GetInt32(0), r.GetInt32(1), r.GetBoolean(2)), ct, ("@source", run.Source));
        if (run.Complete || news.Count > 0)
            await db.Run("""
                INSERT INTO AssetEdges ("from", "to", Job, Source, Run, GoneAt)
                  SELECT origin, target, job, @source, @run, NULL FROM flows WHERE true
                ON CONFLICT ("from", "to", Job, Source) DO UPDATE SET Run = excluded.Run, GoneAt = NULL
                """,
                ct, ("@source", run.Source), ("@run", run.Id));
        return news;
    }
}
