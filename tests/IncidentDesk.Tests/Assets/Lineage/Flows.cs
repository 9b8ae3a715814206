using CsCheck;
using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Tests.Assets.Lineage;

/// <summary>Small graphs of every shape, and what one would write without a thought for speed.</summary>
internal static class Flows
{
    /// <summary>
    /// Cycles, self-edges, edges said twice and assets without any come by themselves where
    /// a few assets meet many edges.
    /// </summary>
    public static readonly Gen<(int Nodes, (int From, int To)[] Edges)> Any =
        from nodes in Gen.OneOf(Gen.Int[1, 12], Gen.Int[60, 140], Gen.Int[700, 1_500])
        from edges in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1]).Array[0, nodes * 3]
        select (nodes, edges);

    public static Adjacency Adjacency(int nodes, IEnumerable<(int From, int To)> edges) =>
        new Adjacency(new int[1], []).With(nodes, [.. edges.Distinct().Order().Select(e => new EdgeChange(e.From, e.To, false))]);

    public static (int, int)[] Edges(Adjacency graph) =>
        [.. Enumerable.Range(0, graph.Nodes).SelectMany(from => graph.Of(from).ToArray().Select(to => (from, to)))];

    /// <summary>Hops from the nearest seed, by node; null where no way leads.</summary>
    public static int?[] Distances(int nodes, IEnumerable<(int From, int To)> edges,
        IEnumerable<int> seeds, int hops = int.MaxValue, IEnumerable<int>? barred = null)
    {
        var (distances, next, never) = (new int?[nodes], edges.ToLookup(e => e.From, e => e.To), barred?.ToHashSet() ?? []);
        var queue = new Queue<int>(seeds.Distinct());
        foreach (var seed in queue) distances[seed] = 0;
        while (queue.TryDequeue(out var node))
            foreach (var to in next[node].Where(to => distances[to] is null && distances[node] < hops && !never.Contains(to)))
            {
                distances[to] = distances[node] + 1;
                queue.Enqueue(to);
            }
        return distances;
    }

    public static int?[] Distances(Reach reach) => [.. reach.Distance.Select(d => d == Reach.Nowhere ? (int?)null : d)];
}
