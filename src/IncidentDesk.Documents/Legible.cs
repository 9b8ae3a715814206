using System.Text;

namespace IncidentDesk.Documents;

/// <summary>Text as a document can carry it: no control characters, no broken surrogates, one kind of line end.</summary>
internal static class Legible
{
    public static string Text(string text)
    {
        if (!NeedsMending(text)) return text;
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            mended.Append(IsControl(rune) ? Rune.ReplacementChar : rune);
        return mended.ToString();
    }

    static bool NeedsMending(string text)
    {
        foreach (var c in text)
            if (c is '\r' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
                || char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\t')))
                return true;
        return false;
    }

    // Direction overrides are shown instead of obeyed: they can make a file name read backwards ("Trojan Source", CVE-2021-42574).
    static bool IsControl(Rune rune) => rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069
        || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'));
}
