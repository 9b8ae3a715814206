using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IncidentDesk.Tests.Assets.Importing.Files;

/// <summary>An entry as it is to be written, true or not.</summary>
internal sealed record Forged(string Name, byte[] Text)
{
    public byte[]? NameBytes { get; init; }
    public string? LocalName { get; init; }
    public ushort Flags { get; init; } = 0x800;
    public ushort Method { get; init; } = 8;
    public uint? Crc { get; init; }
    public uint? ClaimedLength { get; init; }
    public uint? ClaimedPacked { get; init; }
    public ushort MadeBy { get; init; } = 20;
    public uint Attributes { get; init; }

    /// <summary>Stands where the entry of this number stands, and writes no data of its own.</summary>
    public int? InPlaceOf { get; init; }

    /// <summary>Bytes between its header and its data that belong to the header, such as the header of another entry.</summary>
    public int Reach { get; init; }
}

/// <summary>Writes zips byte by byte, sound ones and those that no tool would write.</summary>
internal static class ZipForge
{
    public static byte[] Zip(params (string Name, string Text)[] entries) =>
        Zip([.. entries.Select(e => new Forged(e.Name, Encoding.UTF8.GetBytes(e.Text)))]);

    public static byte[] Zip(params Forged[] entries)
    {
        using var file = new MemoryStream();
        var starts = new List<uint>();
        foreach (var entry in entries)
        {
            starts.Add(entry.InPlaceOf is { } other ? starts[other] : (uint)file.Length);
            if (entry.InPlaceOf is not null) continue;
            file.Write(Local(entry));
            file.Write(Data(entry));
        }
        var at = (uint)file.Length;
        for (var i = 0; i < entries.Length; i++) file.Write(Central(entries[i], starts[i]));
        file.Write(End((ushort)entries.Length, (uint)file.Length - at, at));
        return file.ToArray();
    }

    public static byte[] End(ushort count, uint size, uint at)
    {
        var end = new byte[22];
        U32(end, 0, 0x06054b50);
        U16(end, 8, count);
        U16(end, 10, count);
        U32(end, 12, size);
        U32(end, 16, at);
        return end;
    }

    /// <summary>A sound zip with a bomb in it: one entry of that many zero bytes, which deflate packs a thousandfold.</summary>
    public static byte[] Zeros(long length)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("zeros.json", CompressionLevel.Optimal).Open())
            for (var zeros = new byte[1 << 20]; length > 0; length -= zeros.Length) entry.Write(zeros);
        return file.ToArray();
    }

    static byte[] Local(Forged entry)
    {
        var name = entry.LocalName is { } local ? Encoding.UTF8.GetBytes(local) : Name(entry);
        var head = new byte[30 + name.Length];
        U32(head, 0, 0x04034b50);
        Facts(entry, head.AsSpan(4));
        U16(head, 26, (ushort)name.Length);
        U16(head, 28, (ushort)entry.Reach);
        name.CopyTo(head, 30);
        return head;
    }

    static byte[] Central(Forged entry, uint at)
    {
        var name = Name(entry);
        var head = new byte[46 + name.Length];
        U32(head, 0, 0x02014b50);
        U16(head, 4, entry.MadeBy);
        Facts(entry, head.AsSpan(6));
        U16(head, 28, (ushort)name.Length);
        U32(head, 38, entry.Attributes);
        U32(head, 42, at);
        name.CopyTo(head, 46);
        return head;
    }

    /// <summary>What stands in both headers, from the version that is needed on.</summary>
    static void Facts(Forged entry, Span<byte> head)
    {
        U16(head, 0, 20);
        U16(head, 2, entry.Flags);
        U16(head, 4, entry.Method);
        U32(head, 10, entry.Crc ?? Crc(entry.Text));
        U32(head, 14, entry.ClaimedPacked ?? (uint)Data(entry).Length);
        U32(head, 18, entry.ClaimedLength ?? (uint)entry.Text.Length);
    }

    static byte[] Name(Forged entry) => entry.NameBytes ?? Encoding.UTF8.GetBytes(entry.Name);

    public static byte[] Data(Forged entry)
    {
        if (entry.Method != 8) return entry.Text;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) deflate.Write(entry.Text);
        return packed.ToArray();
    }

    /// <summary>Bit by bit, unlike the one that is tested.</summary>
    static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }

    static void U16(Span<byte> bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], value);
    static void U32(Span<byte> bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);
}
