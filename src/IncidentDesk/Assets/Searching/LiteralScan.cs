using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// Goes through a long text and stops wherever a short one stands in it. Looks at the three bytes of the short one that are rarest in
/// the text, at 32 places at once: IndexOf begins anew behind each find, and by the first and the last byte it finds much that is none.
/// </summary>
internal ref struct LiteralScan
{
    readonly ReadOnlySpan<byte> _text, _literal;
    readonly (int At, Vector256<byte> Byte) _first, _second, _third;
    readonly int _lastBlock;
    int _block = -Vector256<byte>.Count;
    uint _places;

    /// <param name="text">Where to look.</param>
    /// <param name="literal">What for; not empty.</param>
    /// <param name="howOften">How frequent each byte is in the text, about.</param>
    public LiteralScan(ReadOnlySpan<byte> text, ReadOnlySpan<byte> literal, int[] howOften)
    {
        _text = text;
        _literal = literal;
        var rarest = literal.ToArray().Index().OrderBy(b => howOften[b.Item])
            .Take(3).Select(b => (b.Index, Vector256.Create(b.Item))).ToArray();
        (_first, _second, _third) = (rarest[0], rarest[^1], rarest[rarest.Length / 2]);
        _lastBlock = text.Length - Vector256<byte>.Count - literal.Length;
    }

    /// <summary>The next place at or behind the given one; -1 if there is none. Only ever goes forward.</summary>
    public int Next(int from)
    {
        while (true)
        {
            for (; _places != 0; _places &= _places - 1)
                if (_block + BitOperations.TrailingZeroCount(_places) is var place && place >= from
                    && (_literal.Length <= 3 || _text.Slice(place, _literal.Length).SequenceEqual(_literal)))
                {
                    _places &= _places - 1;
                    return place;
                }
            if (!NextBlock(from)) return Rest(from);
        }
    }

    /// <summary>False when too little is left for a block.</summary>
    bool NextBlock(int from)
    {
        var (first, second, third) = (_first, _second, _third);
        ref var text = ref MemoryMarshal.GetReference(_text);
        var block = Math.Max(_block + Vector256<byte>.Count, from);
        for (; block <= _lastBlock; block += Vector256<byte>.Count)
        {
            var here = Vector256.Equals(Vector256.LoadUnsafe(ref text, (nuint)(block + first.At)), first.Byte)
                & Vector256.Equals(Vector256.LoadUnsafe(ref text, (nuint)(block + second.At)), second.Byte)
                & Vector256.Equals(Vector256.LoadUnsafe(ref text, (nuint)(block + third.At)), third.Byte);
            if (here == Vector256<byte>.Zero) continue;
            (_block, _places) = (block, here.ExtractMostSignificantBits());
            return true;
        }
        _block = block - Vector256<byte>.Count;
        return false;
    }

    readonly int Rest(int from)
    {
        from = Math.Max(from, _block + Vector256<byte>.Count);
        return from < _text.Length && _text[from..].IndexOf(_literal) is >= 0 and var ahead ? from + ahead : -1;
    }
}
