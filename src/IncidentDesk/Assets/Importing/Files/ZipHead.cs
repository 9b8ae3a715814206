using System.Buffers.Binary;
using System.Text;

namespace IncidentDesk.Assets.Importing.Files;

/// <summary>One entry of a zip's directory, refused by name if it is not a plain file that can be read safely.</summary>
internal static class ZipHead
{
    const int EncryptedFlags = 0x2041, Stored = 0, Deflated = 8, UnixLink = 0xA000,
        UnixFile = 0x8000, UnixFolder = 0x4000, UnixKind = 0xF000;
    static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    static readonly string[] Archives = [".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".jar"];

    /// <param name="head">The fixed 46 bytes.</param>
    /// <param name="rest">Name, extra fields and comment.</param>
    public static ZipEntry Entry(ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest)
    {
        var name = Name(rest[..U16(head, 28)], Utf8);
        var entry = Large(new(name, U16(head, 8), U16(head, 10), U32(head, 16), U32(head, 20), U32(head, 24), U32(head, 42)),
            rest.Slice(U16(head, 28), U16(head, 30)));
        return Refused(entry, U16(head, 4) >> 8, (int)(U32(head, 38) >> 16)) is { } why ? throw new UnreadableException(why) : entry;
    }

    /// <summary>
    /// Old tools write names in their own code page; the bytes are then shown as Latin letters, for
    /// no reader asks for such a name.
    /// </summary>
    public static string Name(ReadOnlySpan<byte> bytes, UTF8Encoding utf8)
    {
        try
        {
            return utf8.GetString(bytes).Replace('\\', '/');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes).Replace('\\', '/');
        }
    }

    static Refusal? Refused(ZipEntry entry, int madeBy, int unixMode)
    {
        if (IsUnsafe(entry.Name)) return new SpooledFile.UnsafeName(entry.Name);
        if ((entry.Flags & EncryptedFlags) != 0 || entry.Method == 99) return new SpooledFile.Encrypted(entry.Name);
        var kind = madeBy == 3 ? unixMode & UnixKind : 0;
        if (kind is not (0 or UnixFile or UnixFolder) || entry.Method is not (Stored or Deflated))
            return new SpooledFile.OddEntry(entry.Name);
        if (entry.Name.EndsWith('/') && entry.Length > 0) return new SpooledFile.OddEntry(entry.Name);
        return Archives.Any(a => entry.Name.EndsWith(a, StringComparison.OrdinalIgnoreCase))
            ? new SpooledFile.PackedTwice(entry.Name)
            : null;
    }

    /// <summary>
    /// Nothing is ever written under these names. Somebody may do so later with what the desk
    /// shows, and a sound tool packs none.
    /// </summary>
    static bool IsUnsafe(string name) =>
        name.Length == 0 || name[0] == '/' || name.Any(char.IsControl)
            || (name.Length > 1 && name[1] == ':') || name.Split('/').Any(part => part is ".." or ".");

    /// <summary>Numbers that do not fit stand in the extra field 1, in this order, and only those.</summary>
    static ZipEntry Large(ZipEntry entry, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4 && U16(extra, 2) <= extra.Length - 4)
        {
            var field = extra.Slice(4, U16(extra, 2));
            if (U16(extra, 0) == 1)
                return entry with
                {
                    Length = Next(entry.Length, ref field),
                    Packed = Next(entry.Packed, ref field), At = Next(entry.At, ref field)
                };
            extra = extra[(4 + field.Length)..];
        }
        return entry;
    }

    static long Next(long value, ref ReadOnlySpan<byte> field)
    {
        if (value != uint.MaxValue || field.Length < 8) return value;
        var large = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return large;
    }

    static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
