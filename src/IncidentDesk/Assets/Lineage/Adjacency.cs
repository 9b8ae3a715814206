namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// The neighbours of every node in one direction, run behind run: those of node v are <c>Next[Start[v]..Start[v + 1]]</c>, ascending
/// and without repetition. Never changed once made.
/// </summary>
internal sealed class Adjacency(int[] start, int[] next)
{
    public static readonly Adjacency None = new([0], []);

    public readonly int[] Start = start;

    /// <summary>May be longer than what is used of it.</summary>
    public readonly int[] Next = next;

    public int Nodes => Start.Length - 1;
    public int Edges => Start[^1];
    public long Bytes => sizeof(int) * ((long)Start.Length + Next.Length);

    public ReadOnlySpan<int> Of(int node) => Next.AsSpan(Start[node], Start[node + 1] - Start[node]);

    public int Degree(int node) => Start[node + 1] - Start[node];

    /// <summary>The same edges against their direction.</summary>
    public Adjacency Turned()
    {
        var start = new int[Start.Length];
        var used = Next.AsSpan(0, Edges);
        foreach (var to in used) start[to + 1]++;
        for (var i = 1; i < start.Length; i++) start[i] += start[i - 1];
        // Nodes are gone through in order, so every run comes out in order too.
        var (at, next) = (start.AsSpan(0, Nodes).ToArray(), new int[used.Length]);
        for (var from = 0; from < Nodes; from++)
            foreach (var to in Of(from)) next[at[to]++] = from;
        return new(start, next);
    }
}
