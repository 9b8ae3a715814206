using System.Buffers;
using System.Text;

namespace IncidentDesk;

/// <summary>
/// Makes two spellings of a name the same bytes when they differ in case only, in any script. Character by character, so that
/// what stands inside a name folds as it would alone; that is what lets a part of a name be looked for in its folded form.
/// </summary>
internal static class Folding
{
    /// <summary>What stands between two names, and so can be in none.</summary>
    public const byte Between = (byte)'\n';

    public static byte[] Fold(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var folded = new ArrayBufferWriter<byte>(utf8.Length + 8);
        Fold(utf8, folded);
        return folded.WrittenSpan.ToArray();
    }

    public static void Fold(ReadOnlySpan<byte> utf8, IBufferWriter<byte> into)
    {
        var plain = into.GetSpan(utf8.Length);
        Ascii.ToLower(utf8, plain, out var done);
        plain[..done].Replace(Between, (byte)' ');
        into.Advance(done);
        if (done < utf8.Length) FoldRunes(utf8[done..], into);
    }

    static void FoldRunes(ReadOnlySpan<byte> utf8, IBufferWriter<byte> into)
    {
        while (!utf8.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8, out var rune, out var read);
            into.Advance(Fold(rune).EncodeToUtf8(into.GetSpan(4)));
            utf8 = utf8[read..];
        }
    }

    /// <summary>Upper case first: there a final sigma meets the other one, and the long s meets s.</summary>
    static Rune Fold(Rune rune) => rune.Value == Between ? new Rune(' ') : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    /// <summary>Bytes of the character that begins here; 1 inside of one, so that nobody runs in circles.</summary>
    public static int Length(byte first) => first switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
}
