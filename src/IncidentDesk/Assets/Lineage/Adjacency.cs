using IncidentDesk.Assets.ChangeFeed;

namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// The neighbours of every node in one direction, run behind run: those of node v are <c>Next[Start[v]..Start[v + 1]]</c>, ascending
/// and without repetition. Never changed once made.
/// </summary>
internal sealed class Adjacency(int[] start, int[] next)
{
    public readonly int[] Start = start;

    /// <summary>May be longer than what is used of it.</summary>
    public readonly int[] Next = next;

    public int Nodes => Start.Length - 1;
    public int Edges => Start[^1];
    public long Bytes => sizeof(int) * ((long)Start.Length + Next.Length);

    public ReadOnlySpan<int> Of(int node) => Next.AsSpan(Start[node], Start[node + 1] - Start[node]);

    public int Degree(int node) => Start[node + 1] - Start[node];

    public bool Has(int from, int to) => Of(from).BinarySearch(to) >= 0;

    /// <summary>The same edges against their direction.</summary>
    public Adjacency Turned()
    {
        var start = new int[Start.Length];
        foreach (var to in Next.AsSpan(0, Edges)) start[to + 1]++;
        for (var i = 1; i < start.Length; i++) start[i] += start[i - 1];
        // Nodes are gone through in order, so every run comes out in order too.
        var (at, next) = (start.AsSpan(0, Nodes).ToArray(), new int[Edges]);
        for (var from = 0; from < Nodes; from++)
            foreach (var to in Of(from)) next[at[to]++] = from;
        return new(start, next);
    }

    /// <summary>
    /// Another one with these edges added or taken away. What is not touched is copied in long stretches, so that the memory's
    /// speed is what it takes.
    /// </summary>
    /// <param name="nodes">How many there are now; never fewer.</param>
    /// <param name="changes">In the order of (from, to), each pair once.</param>
    public Adjacency With(int nodes, IReadOnlyList<EdgeChange> changes)
    {
        var (start, next) = (new int[nodes + 1], new int[Edges + changes.Count(c => !c.Gone)]);
        var (node, used, at) = (0, 0, 0);
        while (at < changes.Count)
        {
            var from = changes[at].From;
            used = Copied(ref node, from, start, next, used);
            var old = from < Nodes ? Of(from) : [];
            for (; at < changes.Count && changes[at].From == from; at++)
            {
                var (to, gone) = (changes[at].To, changes[at].Gone);
                for (; old.Length > 0 && old[0] < to; old = old[1..]) next[used++] = old[0];
                if (old.Length > 0 && old[0] == to) old = old[1..];
                if (!gone) next[used++] = to;
            }
            old.CopyTo(next.AsSpan(used));
            start[++node] = used += old.Length;
        }
        Copied(ref node, nodes, start, next, used);
        return new(start, next);
    }

    /// <summary>Takes the runs from <paramref name="node"/> up to <paramref name="until"/> over as they are.</summary>
    int Copied(ref int node, int until, int[] start, int[] next, int used)
    {
        var end = Math.Min(until, Nodes);
        if (node < end)
        {
            var (shift, edges) = (used - Start[node], Start[end] - Start[node]);
            Array.Copy(Next, Start[node], next, used, edges);
            for (; node < end; node++) start[node + 1] = Start[node + 1] + shift;
            used += edges;
        }
        for (; node < until; node++) start[node + 1] = used;
        return used;
    }
}
