using System.Buffers;

namespace IncidentDesk.Assets.Searching;

/// <summary>How well a name fits what was typed; the smaller, the better.</summary>
internal enum NameRank : byte
{
    /// <summary>The whole name, or all of its last part: <c>orders</c> of <c>hive://w/sales.orders</c>.</summary>
    Whole = 1,

    /// <summary>The name or its last part begins with it.</summary>
    Start,

    /// <summary>A part inside begins with it.</summary>
    PartStart,
    Inside,
}

/// <summary>The rows that a text was found in, each once, with the best place it was found at.</summary>
internal sealed class Hits(int rows) : IDisposable
{
    readonly byte[] _best = ArrayPool<byte>.Shared.Rent(rows);
    int[] _rows = ArrayPool<int>.Shared.Rent(1024);
    int _count;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public NameRank Best(int row) => (NameRank)_best[row];

    /// <summary>Rented memory is as its last user left it.</summary>
    public Hits Cleared()
    {
        _best.AsSpan(0, rows).Clear();
        return this;
    }

    public void Add(int row, NameRank rank)
    {
        var best = _best[row];
        if (best == 0)
        {
            if (_count == _rows.Length) Grow();
            _rows[_count++] = row;
            _best[row] = (byte)rank;
        }
        else if ((byte)rank < best)
        {
            _best[row] = (byte)rank;
        }
    }

    void Grow()
    {
        var larger = ArrayPool<int>.Shared.Rent(_rows.Length * 4);
        _rows.CopyTo(larger, 0);
        ArrayPool<int>.Shared.Return(_rows);
        _rows = larger;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_best);
        ArrayPool<int>.Shared.Return(_rows);
    }
}

/// <summary>One pass over names.</summary>
internal static class NameScan
{
    static readonly SearchValues<byte> Ends = SearchValues.Create("./"u8);
    static readonly SearchValues<byte> Breaks = SearchValues.Create("./_-:,;|@( "u8);

    /// <param name="names">Where to look.</param>
    /// <param name="pattern">What for, folded.</param>
    /// <param name="spelled">Set where upper and lower case count: the same pattern as spelled.</param>
    /// <param name="rows">Whose row each name is of; null when they are the rows themselves.</param>
    /// <param name="hits">Where it goes.</param>
    public static void Run(NameText names, NamePattern pattern, NamePattern? spelled, int[]? rows, Hits hits)
    {
        if (pattern.Literal.Length == 0)
        {
            for (var row = 0; row < names.Count; row++) Look(row, 0);
            return;
        }
        var all = names.All;
        var near = 0;
        for (var place = 0; place < all.Length && all[place..].IndexOf(pattern.Literal) is >= 0 and var ahead; place = names.End(near) + 1)
            Look(near = names.RowAt(place + ahead, near), place + ahead - names.Start(near));

        void Look(int row, int at)
        {
            var name = names[row];
            if (pattern.IsGlob && !pattern.Matches(name)) return;
            if (spelled is not null && !spelled.Matches(names.Spelled(row))) return;
            hits.Add(rows is null ? row : rows[row], pattern.IsGlob ? NameRank.Whole : Rank(name, at, pattern.Literal));
        }
    }

    /// <param name="name">It holds what was looked for.</param>
    /// <param name="at">The first place where it does.</param>
    /// <param name="part">What was looked for.</param>
    static NameRank Rank(ReadOnlySpan<byte> name, int at, ReadOnlySpan<byte> part)
    {
        var last = name.LastIndexOfAny(Ends) + 1;
        if (part.Length == name.Length || (part.Length == name.Length - last && name[last..].SequenceEqual(part))) return NameRank.Whole;
        for (var best = NameRank.Inside; ; at++)
        {
            if (at == 0 || at == last) return NameRank.Start;
            if (Breaks.Contains(name[at - 1])) best = NameRank.PartStart;
            if (name[(at + 1)..].IndexOf(part) is not (>= 0 and var next)) return best;
            at += next;
        }
    }
}
