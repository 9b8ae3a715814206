using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentDesk.Record;

/// <summary>
/// The hash chain. An entry's hash covers its envelope, the commitment to its payload and the hash before it, in a
/// length-prefixed encoding (so that no two entries share one). Detects any change after a head that somebody else holds.
/// </summary>
public static class Chain
{
    public const int SaltBytes = 16;
    const string Format = "incidentdesk.entry.1";

    /// <summary>
    /// What stands in for the previous hash of a stream's first entry: the number of the incident (0 without one), then random
    /// bytes. It names the stream wherever it is kept, and seals the number under which it began.
    /// </summary>
    public static byte[] NewOrigin(int? incident)
    {
        var origin = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
        BinaryPrimitives.WriteInt32BigEndian(origin, incident ?? 0);
        return origin;
    }

    public static int NumberIn(byte[] origin) => BinaryPrimitives.ReadInt32BigEndian(origin);

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>SHA-256 over salt, then payload.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }

    public static byte[] HashOf(Envelope e)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Encoding.UTF8.GetBytes(Format));
        Add(hash, e.Position);
        Add(hash, Encoding.UTF8.GetBytes(e.Kind));
        Add(hash, e.HappenedAt.UtcTicks);
        Add(hash, e.RecordedAt.UtcTicks);
        Add(hash, e.RecordedBy.ToByteArray(bigEndian: true));
        Add(hash, Encoding.UTF8.GetBytes(e.RecordedByName));
        Add(hash, Encoding.UTF8.GetBytes(e.Via));
        Add(hash, e.Privileged ? 1 : 0);
        Add(hash, e.Supersedes ?? 0);
        Add(hash, e.Commitment);
        Add(hash, e.PreviousHash);
        return hash.GetHashAndReset();
    }

    static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}

/// <summary>What the hash of an entry covers; instants count in UTC ticks of 100 ns.</summary>
public sealed record Envelope(
    int Position, string Kind, DateTimeOffset HappenedAt, DateTimeOffset RecordedAt, Guid RecordedBy, string RecordedByName,
    string Via, bool Privileged, int? Supersedes, byte[] Commitment, byte[] PreviousHash);
