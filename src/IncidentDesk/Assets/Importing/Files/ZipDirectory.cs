using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IncidentDesk.Assets.Importing.Files;

/// <param name="At">Where its local header stands.</param>
/// <param name="Data">Where its packed bytes start; set when the local header was read.</param>
internal readonly record struct ZipEntry(
    string Name, ushort Flags, ushort Method, uint Crc, long Packed, long Length, long At, long Data = 0);

/// <summary>
/// Reads the directory of a zip (PKWARE APPNOTE 6.3.10) with everything checked before a byte is unpacked. The platform's reader
/// takes as many entries as the file claims, and shows neither where they lie nor that two of them lie in one place.
/// </summary>
internal sealed class ZipDirectory(SafeFileHandle file, long length, string name, int most)
{
    const int EndLength = 22, LongestComment = 65_535, HeadLength = 46, LocalLength = 30;
    static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>In the order of the file.</summary>
    public List<ZipEntry> Read()
    {
        var (at, size, count) = End();
        var entries = Heads(at, size, count);
        entries.Sort((a, b) => a.At.CompareTo(b.At));
        for (var i = 0; i < entries.Count; i++)
        {
            var next = i + 1 < entries.Count ? entries[i + 1].At : at;
            entries[i] = Located(entries[i], next);
        }
        // Folders, and what macOS adds of its own.
        entries.RemoveAll(e => e.Name.EndsWith('/') || e.Name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || Path.GetFileName(e.Name) == ".DS_Store");
        return entries.Count > 0 ? entries : throw new UnreadableException(new SpooledFile.NoEntries());
    }

    /// <summary>Where the directory starts, its size in bytes and the number of its entries.</summary>
    (long At, long Size, long Count) End()
    {
        var tail = Bytes(Math.Max(0, length - EndLength - LongestComment), (int)Math.Min(length, EndLength + LongestComment));
        for (var i = tail.Length - EndLength; i >= 0; i--)
            if (U32(tail, i) == 0x06054b50 && i + EndLength + U16(tail, i + 20) == tail.Length)
                return End(tail.AsSpan(i), length - tail.Length + i);
        throw CutOff();
    }

    (long At, long Size, long Count) End(ReadOnlySpan<byte> end, long endAt)
    {
        if (U16(end, 4) is not (0 or 0xffff) || U16(end, 6) is not (0 or 0xffff))
            throw new UnreadableException(new SpooledFile.SeveralDisks());
        (long At, long Size, long Count) found = (U32(end, 16), U32(end, 12), U16(end, 10));
        if (found.At == uint.MaxValue || found.Size == uint.MaxValue || found.Count == ushort.MaxValue)
            (found, endAt) = End64(found, endAt);
        if (found.Count > most) throw new UnreadableException(new SpooledFile.TooManyEntries(most));
        return found.At >= 0 && found.Size >= 0 && found.At + found.Size == endAt ? found : throw CutOff();
    }

    /// <summary>The end record of large zips stands before the usual one; 65,535 may also be just that number of entries.</summary>
    ((long At, long Size, long Count) Found, long EndAt) End64((long At, long Size, long Count) found, long endAt)
    {
        var locator = endAt < 20 ? [] : Bytes(endAt - 20, 20);
        if (locator.Length == 0 || U32(locator, 0) != 0x07064b50) return (found, endAt);
        var at = I64(locator, 8);
        if (at < 0 || at > endAt - 20 - 56) throw CutOff();
        var end = Bytes(at, 56);
        if (U32(end, 0) != 0x06064b50) throw CutOff();
        if (U32(end, 16) != 0 || U32(end, 20) != 0) throw new UnreadableException(new SpooledFile.SeveralDisks());
        return ((I64(end, 48), I64(end, 40), I64(end, 32)), at);
    }

    List<ZipEntry> Heads(long at, long size, long count)
    {
        using var bytes = new BufferedStream(new WindowStream(file, at, size, _ => { }), 64 << 10);
        var entries = new List<ZipEntry>((int)Math.Min(count, 1_000));
        var names = new HashSet<string>(StringComparer.Ordinal);
        var head = new byte[HeadLength];
        for (var left = size; left > 0;)
        {
            if (entries.Count == most) throw new UnreadableException(new SpooledFile.TooManyEntries(most));
            var more = left < HeadLength ? throw CutOff() : Fill(bytes, head);
            if (U32(head, 0) != 0x02014b50 || (more = U16(head, 28) + U16(head, 30) + U16(head, 32)) > left - HeadLength) throw CutOff();
            var rest = new byte[more];
            Fill(bytes, rest);
            left -= HeadLength + more;
            var entry = ZipHead.Entry(head, rest);
            if (!names.Add(entry.Name)) throw new UnreadableException(new SpooledFile.NameTwice(entry.Name));
            entries.Add(entry);
        }
        return entries.Count == count ? entries : throw CutOff();
    }

    /// <summary>With the place of its data, once its local header says the same and it ends before the next entry begins.</summary>
    ZipEntry Located(ZipEntry entry, long next)
    {
        if (entry.At < 0 || entry.Packed < 0 || entry.Length < 0 || entry.At > length - LocalLength)
            throw new UnreadableException(new SpooledFile.Damaged(entry.Name));
        var local = Bytes(entry.At, LocalLength);
        if (U32(local, 0) != 0x04034b50) throw new UnreadableException(new SpooledFile.Damaged(entry.Name));
        var data = entry.At + LocalLength + U16(local, 26) + U16(local, 28);
        if (data > next || entry.Packed > next - data) throw new UnreadableException(new SpooledFile.Overlapping(entry.Name));
        var called = ZipHead.Name(Bytes(entry.At + LocalLength, U16(local, 26)), Utf8);
        if (called != entry.Name || U16(local, 8) != entry.Method) throw new UnreadableException(new SpooledFile.Damaged(entry.Name));
        return entry with { Data = data };
    }

    byte[] Bytes(long at, int count)
    {
        var bytes = new byte[count];
        for (var got = 0; got < count;)
            got += RandomAccess.Read(file, bytes.AsSpan(got), at + got) is var read and > 0 ? read : throw CutOff();
        return bytes;
    }

    int Fill(Stream from, byte[] bytes) =>
        from.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) is var read && read == bytes.Length ? read : throw CutOff();

    UnreadableException CutOff() => new(new SpooledFile.CutOff(name));

    static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
    static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
