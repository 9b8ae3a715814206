using System.Numerics;

namespace IncidentDesk.Assets.Importing.Checking;

/// <summary>
/// Remembers what came before in a memory that does not grow (a Bloom filter, three bits an item). It may take something for seen
/// that was not, about once in 80,000 times among a million; never the other way round.
/// </summary>
internal sealed class BloomFilter(int bytes)
{
    readonly ulong[] _bits = new ulong[bytes / 8];

    /// <summary>As much memory as a file of this many bytes can need, at most 16 MB.</summary>
    public static int BytesFor(long file) => (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(file, 4096, 16 << 20));

    /// <summary>Whether it was there, perhaps; from now on it is.</summary>
    public bool Again(ulong item)
    {
        var (at, step, there) = (item, (item >> 32) | 1, true);
        for (var i = 0; i < 3; i++, at += step)
        {
            var (word, bit) = (at >> 6 & (ulong)(_bits.Length - 1), 1ul << (int)(at & 63));
            there &= (_bits[word] & bit) != 0;
            _bits[word] |= bit;
        }
        return there;
    }
}

/// <summary>
/// About how often each item came, in a memory that does not grow (a count-min sketch of two rows): never fewer than truly, and
/// more by as many as share both its places.
/// </summary>
internal sealed class CountMinSketch(int bytes)
{
    readonly byte[] _first = new byte[bytes / 2], _second = new byte[bytes / 2];

    public void Add(ulong item)
    {
        Raise(ref _first[Place(item)]);
        Raise(ref _second[Place(BitOperations.RotateLeft(item, 32))]);
    }

    public int Of(ulong item) => Math.Min(_first[Place(item)], _second[Place(BitOperations.RotateLeft(item, 32))]);

    int Place(ulong item) => (int)(item & (ulong)(_first.Length - 1));

    static void Raise(ref byte count)
    {
        if (count < byte.MaxValue) count++;
    }
}
