using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// Makes a new snapshot of the lineage out of an older one and what changed since. To be called
/// inside one snapshot of the database.
/// </summary>
internal static class LineageFollowing
{
    /// <summary>Above so many changed edges or assets, reading everything anew is quicker.</summary>
    const int Most = 200_000;

    /// <summary>Null when it has to be read anew.</summary>
    public static async Task<LineageGraph?> Follow(DeskDb db, LineageGraph was, CancellationToken ct)
    {
        if (await CatalogueFeed.Since(db, was.Version, ct) is not { Count: > 0 } changes) return null;
        var assets = changes.SelectMany(c => Packed.Assets(c.Assets)).Take(Most + 1).ToHashSet();
        var edges = changes.SelectMany(c => Packed.Edges(c.Edges)).Take(Most + 1).ToList();
        if (assets.Count > Most || edges.Count > Most) return null;

        var highest = await db.Assets.MaxAsync(a => (int?)a.Id, ct) ?? 0;
        var (facts, merged) = (new AssetFacts[Math.Max(was.Nodes, highest + 1)], was.MergedInto.ToDictionary());
        was.Facts.CopyTo(facts, 0);
        foreach (var some in assets.Order().Chunk(1_000))
        {
            using var rows =
                db.Dialect.Scan(db, $"SELECT {LineageReading.Columns(db)} FROM Assets WHERE Id IN ({string.Join(',', some)})", 10);
            while (rows.Next()) LineageReading.Fact(rows, facts, merged, was.Words);
        }
        var now = was with { Version = changes[^1].Version, Facts = facts, MergedInto = merged, GoneAssets = Gone(facts) };
        return Joined(now, assets.Where(merged.ContainsKey), StillNamed(db, now, edges));
    }

    public static List<int> Gone(AssetFacts[] facts)
    {
        var gone = new List<int>();
        for (var id = 0; id < facts.Length; id++)
            if ((facts[id].Presence & (Lineage.Presence.Gone | Lineage.Presence.Merged)) == Lineage.Presence.Gone) gone.Add(id);
        return gone;
    }

    /// <summary>
    /// What of these flows stands, read through the survivors: while one row says so, of whichever
    /// merged asset, job or source, it does.
    /// </summary>
    static Dictionary<(int From, int To), bool> StillNamed(DeskDb db, LineageGraph now, IEnumerable<EdgeChange> touched)
    {
        var flows = new Dictionary<(int, int), bool>();
        foreach (var edge in touched) flows[(now.Survivor(edge.From), now.Survivor(edge.To))] = !edge.Gone;
        var members = now.MergedInto.ToLookup(m => m.Value, m => m.Key);
        foreach (var some in flows.Where(f => !f.Value).Select(f => f.Key).ToList().Chunk(200))
        {
            var rows = some.SelectMany(
                f => members[f.Item1].Prepend(f.Item1).SelectMany(from => members[f.Item2].Prepend(f.Item2).Select(to => (from, to))));
            using var found = db.Dialect.Scan(db, $"""
                SELECT "from", "to" FROM AssetEdges WHERE GoneAt IS NULL
                  AND ({string.Join(" OR ", rows.Select(r => $"""("from" = {r.from} AND "to" = {r.to})"""))})
                """, 2);
            while (found.Next()) flows[(now.Survivor(found.Int(0)), now.Survivor(found.Int(1)))] = true;
        }
        return flows;
    }

    /// <summary>With these flows as they stand now, and the edges of merged assets at their survivors.</summary>
    public static LineageGraph Joined(LineageGraph graph, IEnumerable<int> merged, Dictionary<(int From, int To), bool> flows)
    {
        var (changes, gone) = (new Dictionary<(int From, int To), bool>(), graph.GoneEdges.Select(e => (e.From, e.To)).ToHashSet());
        foreach (var asset in merged.Where(a => a < graph.Forward.Nodes))
        {
            foreach (var to in graph.Forward.Of(asset)) Move(asset, to);
            foreach (var from in graph.Backward.Of(asset)) Move(from, asset);
        }
        foreach (var (from, to) in gone.Where(e => graph.MergedInto.ContainsKey(e.From) || graph.MergedInto.ContainsKey(e.To)).ToList())
        {
            gone.Remove((from, to));
            gone.Add((graph.Survivor(from), graph.Survivor(to)));
        }
        foreach (var (flow, stands) in flows)
        {
            changes[flow] = stands;
            if (!stands) gone.Add(flow);
        }
        var sorted = changes.Where(c => c.Key.From != c.Key.To).OrderBy(c => c.Key)
            .Select(c => new EdgeChange(c.Key.From, c.Key.To, !c.Value)).ToList();
        var (forward, backward) = (graph.Forward.With(graph.Nodes, sorted), graph.Backward.With(graph.Nodes, LineageGraph.Turned(sorted)));
        // A flow is gone only while nothing says it stands, be it by a row of another of the merged.
        var left = gone.Where(e => e.From != e.To && !forward.Has(e.From, e.To))
            .Order().Select(e => new EdgeChange(e.From, e.To, true)).ToList();
        return graph with { Forward = forward, Backward = backward, GoneEdges = left };

        void Move(int from, int to)
        {
            changes[(from, to)] = false;
            changes[(graph.Survivor(from), graph.Survivor(to))] = true;
        }
    }
}
