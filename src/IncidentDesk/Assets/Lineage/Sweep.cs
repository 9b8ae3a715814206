using System.Numerics;

namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// Breadth-first search from many nodes at once, giving set and distances. While few nodes are on the edge of what is known it goes
/// out from them; when there are many it asks of every node not reached yet whether one of those leads to it, which mostly ends
/// at the first answer and reads memory in order (direction-optimising search, Beamer, Asanović and Patterson, SC 2012).
/// </summary>
/// <remarks>
/// Sets are bits, a million of which stay in the processor's second cache. What a large step reached is told by comparing the set
/// with what it was, in order: nothing is counted or written at the moment of reaching, where it would miss every cache.
/// </remarks>
internal sealed class Sweep
{
    /// <summary>Asking those not reached pays as soon as they are fewer than so many times those on the edge.</summary>
    const int Worth = 6;

    /// <summary>Up to here a list of nodes beats going through all words of a set.</summary>
    const int Few = 512;

    readonly Adjacency _along, _against;
    readonly ushort[] _distance;

    /// <summary>What is reached; the same before the step; and what the last step added, unless that stands in the list.</summary>
    readonly ulong[] _seen, _before, _edge;
    List<int> _few = [], _next = [];
    int _count, _open;

    Sweep(Adjacency along, Adjacency against, Bits barred)
    {
        (_along, _against, _seen, _before) = (along, against, barred.Copy(), barred.Copy());
        _edge = new ulong[_seen.Length];
        _distance = GC.AllocateUninitializedArray<ushort>(along.Nodes);
        Array.Fill(_distance, Reach.Nowhere);
        _open = along.Nodes;
    }

    /// <param name="along">Where edges lead.</param>
    /// <param name="against">The same edges turned round.</param>
    /// <param name="seeds">Reached at distance 0, barred or not; repetitions count once.</param>
    /// <param name="barred">Nodes that are not to be reached.</param>
    /// <param name="hops">How far to go; at most <see cref="Reach.MostHops"/>.</param>
    /// <param name="most">No further step is begun when more than so many were reached.</param>
    public static Reach From(Adjacency along, Adjacency against, ReadOnlySpan<int> seeds,
        Bits barred, int hops = Reach.MostHops, int most = int.MaxValue)
    {
        var sweep = new Sweep(along, against, barred);
        var started = sweep.Start(seeds);
        var (reached, hop) = (0, 0);
        while (sweep._count > 0 && hop < hops && reached <= most) reached += sweep.Step((ushort)++hop);
        return new(sweep._distance, started, reached, sweep.LeadsOn());
    }

    bool AsList => _count <= Few;

    int Start(ReadOnlySpan<int> seeds)
    {
        // A seed may be barred; it begins all the same.
        foreach (var seed in seeds) _before[seed >> 6] &= ~(1UL << seed);
        foreach (var seed in seeds) _seen[seed >> 6] |= 1UL << seed;
        return Settle(0);
    }

    int Step(ushort hop)
    {
        if (AsList) return PushFew(hop);
        if ((long)_count * Worth < _open) Push();
        else Pull();
        return Settle(hop);
    }

    void Push()
    {
        var (seen, start, next) = (_seen, _along.Start, _along.Next);
        for (var w = 0; w < _edge.Length; w++)
            for (var nodes = _edge[w]; nodes != 0; nodes &= nodes - 1)
            {
                var node = (w << 6) + BitOperations.TrailingZeroCount(nodes);
                foreach (var to in next.AsSpan(start[node], start[node + 1] - start[node])) seen[to >> 6] |= 1UL << to;
            }
    }

    void Pull()
    {
        var (seen, before, edge, start, next) = (_seen, _before, _edge, _against.Start, _against.Next);
        for (var w = 0; w < seen.Length; w++)
        {
            var hits = 0UL;
            for (var open = ~before[w]; open != 0; open &= open - 1)
            {
                var node = (w << 6) + BitOperations.TrailingZeroCount(open);
                if (AnyOf(edge, next.AsSpan(start[node], start[node + 1] - start[node]))) hits |= open & (0 - open);
            }
            seen[w] |= hits;
        }
    }

    static bool AnyOf(ulong[] set, ReadOnlySpan<int> nodes)
    {
        // Four at a time without a branch between them: which of them it is can be foretold by nobody, least of all by the processor.
        for (; nodes.Length >= 4; nodes = nodes[4..])
            if (((set[nodes[0] >> 6] >> nodes[0] | set[nodes[1] >> 6] >> nodes[1]
                | set[nodes[2] >> 6] >> nodes[2] | set[nodes[3] >> 6] >> nodes[3]) & 1) != 0)
                return true;
        foreach (var node in nodes)
            if ((set[node >> 6] >> node & 1) != 0) return true;
        return false;
    }

    /// <summary>What is in the set and was not before stands at this distance, and is the new edge.</summary>
    int Settle(ushort hop)
    {
        (_count, var total) = (0, 0);
        for (var w = 0; w < _seen.Length; w++)
        {
            var fresh = _edge[w] = _seen[w] & ~_before[w];
            if (fresh == 0) continue;
            _before[w] = _seen[w];
            total += BitOperations.PopCount(fresh);
            for (; fresh != 0; fresh &= fresh - 1) _distance[(w << 6) + BitOperations.TrailingZeroCount(fresh)] = hop;
        }
        (_count, _open) = (total, _open - total);
        if (AsList) _few = [.. Edge()];
        return total;
    }

    int PushFew(ushort hop)
    {
        _next.Clear();
        foreach (var node in _few)
            foreach (var to in _along.Of(node))
            {
                if ((_seen[to >> 6] >> to & 1) != 0) continue;
                _seen[to >> 6] |= 1UL << to;
                _distance[to] = hop;
                _next.Add(to);
            }
        (_few, _next, _count, _open) = (_next, _few, _next.Count, _open - _next.Count);
        foreach (var node in _few) _before[node >> 6] |= 1UL << node;
        if (AsList) return _count;
        Array.Clear(_edge);
        foreach (var node in _few) _edge[node >> 6] |= 1UL << node;
        return _count;
    }

    IEnumerable<int> Edge()
    {
        for (var w = 0; w < _edge.Length; w++)
            for (var nodes = _edge[w]; nodes != 0; nodes &= nodes - 1) yield return (w << 6) + BitOperations.TrailingZeroCount(nodes);
    }

    /// <summary>Whether what a limit cut off would have led anywhere.</summary>
    bool LeadsOn()
    {
        foreach (var node in AsList ? _few : Edge())
            foreach (var to in _along.Of(node))
                if ((_seen[to >> 6] >> to & 1) == 0) return true;
        return false;
    }
}
