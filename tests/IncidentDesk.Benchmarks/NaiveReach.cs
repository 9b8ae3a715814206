namespace IncidentDesk.Benchmarks;

/// <summary>
/// What one would write first: compressed rows of neighbours, a queue, and a distance each. The yardstick,
/// and the reference for being right.
/// </summary>
internal sealed class NaiveReach
{
    readonly int[] _start, _next;

    public NaiveReach(int assets, IReadOnlyList<(int From, int To)> edges)
    {
        (_start, _next) = (new int[assets + 2], new int[edges.Count]);
        foreach (var (from, _) in edges) _start[from + 1]++;
        for (var i = 1; i < _start.Length; i++) _start[i] += _start[i - 1];
        var at = (int[])_start.Clone();
        foreach (var (from, to) in edges) _next[at[from]++] = to;
    }

    /// <summary>Hops from the nearest seed, by number; −1 where no way leads.</summary>
    public int[] Distances(IEnumerable<int> seeds)
    {
        var distances = new int[_start.Length - 1];
        Array.Fill(distances, -1);
        var queue = new Queue<int>();
        foreach (var seed in seeds)
        {
            distances[seed] = 0;
            queue.Enqueue(seed);
        }
        while (queue.TryDequeue(out var asset))
            for (var i = _start[asset]; i < _start[asset + 1]; i++)
            {
                if (distances[_next[i]] >= 0) continue;
                distances[_next[i]] = distances[asset] + 1;
                queue.Enqueue(_next[i]);
            }
        return distances;
    }
}
