using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IncidentDesk.Incidents.Numbering;

/// <summary>
/// Every number is on one of two sides, each for itself, as a keyed hash of it says: about one in <see cref="Spread"/> is for incidents
/// that are declared open, the others are for private ones. Open incidents take theirs in order, so the numbers that they get, and the
/// gaps between these, are the same whether or not there are private ones.
/// </summary>
/// <param name="secret">Of the desk; who knows it can tell the sides apart.</param>
internal sealed class NumberSides(byte[] secret)
{
    public const int Spread = 3;

    /// <summary>The first incident of a desk is INC-1 if it is open.</summary>
    public bool IsOpen(int number)
    {
        if (number == 1) return true;
        Span<byte> text = stackalloc byte[sizeof(int)], hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32BigEndian(text, number);
        HMACSHA256.HashData(secret, text, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % Spread == 0;
    }

    /// <summary>The next one for an open incident.</summary>
    public int OpenAfter(int number)
    {
        do number++; while (!IsOpen(number));
        return number;
    }
}
