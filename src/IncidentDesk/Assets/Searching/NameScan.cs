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
internal sealed class Hits : IDisposable
{
    readonly byte[] _best;
    readonly bool _byLength;
    int[] _rows = ArrayPool<int>.Shared.Rent(1024);
    int _count;

    /// <param name="rows">How many there are.</param>
    /// <param name="byLength">Whether the shorter of two names fits better. Without a text, and with a glob, none does,
    /// and their order is that of their spelling.</param>
    public Hits(int rows, bool byLength)
    {
        (_best, _byLength) = (ArrayPool<byte>.Shared.Rent(rows), byLength);
        // Rented memory is as its last user left it.
        _best.AsSpan(0, rows).Clear();
    }

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public Place Place(NameSegment part, int row) =>
        new((NameRank)_best[row], _byLength ? part.Keys.Length(row) : 0, part.Keys, row, part.Ids[row]);

    /// <summary>Every row, none better than another.</summary>
    public void AddAll(int from, int to)
    {
        for (var row = from; row < to; row++) Add(row, NameRank.Whole);
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

    public static void Run(NameText names, NamePattern pattern, NamePattern? spelled, int[]? rows, Hits hits) =>
        Run(names, 0, names.Count, pattern, spelled, rows, hits);

    /// <param name="names">Where to look.</param>
    /// <param name="from">The first name, and</param>
    /// <param name="to">the first that is none of them any more.</param>
    /// <param name="pattern">What for, folded.</param>
    /// <param name="spelled">Set where upper and lower case count: the same pattern as spelled.</param>
    /// <param name="rows">Whose row each name is of; null when they are the rows themselves.</param>
    /// <param name="hits">Where it goes.</param>
    public static void Run(NameText names, int from, int to, NamePattern pattern, NamePattern? spelled, int[]? rows, Hits hits)
    {
        if (pattern.Literal.Length == 0)
        {
            for (var row = from; row < to; row++) Look(row, 0);
            return;
        }
        var (begin, near) = (names.Start(from), from);
        var scan = new LiteralScan(names.All[begin..names.Start(to)], pattern.Literal, names.HowOften);
        for (var place = scan.Next(0); place >= 0; place = scan.Next(names.End(near) + 1 - begin))
            Look(near = names.RowAt(begin + place, near), begin + place - names.Start(near));

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
        var last = name[(name.LastIndexOfAny(Ends) + 1)..];
        if (part.Length == name.Length) return NameRank.Whole;
        if (last.StartsWith(part)) return part.Length == last.Length ? NameRank.Whole : NameRank.Start;
        if (at == 0) return NameRank.Start;
        while (!Breaks.Contains(name[at - 1]))
        {
            if (name[(at + 1)..].IndexOf(part) is not (>= 0 and var next)) return NameRank.Inside;
            at += next + 1;
        }
        return NameRank.PartStart;
    }
}
