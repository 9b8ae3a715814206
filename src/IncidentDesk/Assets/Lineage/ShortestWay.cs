namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// One of the shortest ways from a seed to what was reached: back from there, at each step to the neighbour with the lowest number
/// that is one hop nearer. No parent is kept for anything; the distances say enough.
/// </summary>
internal sealed class ShortestWay(LineageGraph graph, Reach reach, LineageDirection direction)
{
    readonly Adjacency _against = direction is LineageDirection.Downstream ? graph.Backward : graph.Forward;

    /// <summary>From the seed to the node, both included; it must have been reached.</summary>
    public int[] To(int node)
    {
        var way = new int[reach.Distance[node] + 1];
        for (var at = way.Length - 1; at >= 0; at--)
        {
            way[at] = node;
            if (at > 0) node = Nearer(node, at - 1);
        }
        return way;
    }

    int Nearer(int node, int hops)
    {
        foreach (var before in _against.Of(node))
            if (reach.Distance[before] == hops) return before;
        throw new InvalidOperationException("A distance without a way to it: the lineage was changed while it was read.");
    }
}
