using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentDesk.Assets.Importing.Checking;

/// <summary>
/// The first 64 bits of SHA-256 over parts, each with its length in front, so that no two
/// lists of parts run into each other.
/// </summary>
internal sealed class Digest
{
    readonly ArrayBufferWriter<byte> _parts = new(512);

    public Digest With(string? text)
    {
        if (text is null) return With(-1);
        With(text.Length);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _parts.Advance(Encoding.UTF8.GetBytes(text, _parts.GetSpan(most)));
        return this;
    }

    public Digest With(long? number)
    {
        var bytes = _parts.GetSpan(9);
        bytes[0] = number is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number ?? 0);
        _parts.Advance(9);
        return this;
    }

    /// <summary>What the parts come to; the next ones start anew.</summary>
    public ulong Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_parts.WrittenSpan, hash);
        _parts.ResetWrittenCount();
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>Everything that a file says about an asset but where it says so; never 0, which stands for nothing said.</summary>
    public long Of(StatedAsset t)
    {
        With(t.Key).With((long?)t.Kind).With(t.Environment).With(t.Container).With((long?)t.PeopleData)
            .With(t.Rows).With(t.Bytes).With(t.LastAccess?.UtcTicks).With(t.Gone ? 1 : 0);
        With(t.Names.Count);
        foreach (var name in t.Names) With((int)name.Scheme).With(name.Value);
        With(t.Owners?.Count);
        foreach (var owner in t.Owners ?? []) With(owner.Name).With(owner.Role);
        With(t.Labels?.Count);
        foreach (var label in t.Labels ?? []) With(label.Value).With(label.Scheme).With(label.Column).With(label.Propagated ? 1 : 0);
        return (long)Take() is var said and not 0 ? said : 1;
    }
}
