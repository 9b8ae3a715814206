using System.Text;

namespace IncidentDesk.Documents.Skia;

/// <summary>The facts about a character that line breaking needs.</summary>
internal static class Script
{
    /// <summary>Hebrew, Arabic and their relatives, by Unicode block.</summary>
    public static bool IsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or
        (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>
    /// Joiners, direction marks, soft hyphen and variation selectors: they steer shaping and
    /// have no picture of their own.
    /// </summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is 0x00AD or (>= 0x200C and <= 0x200F) or 0x2060 or 0xFEFF or (>= 0xFE00 and <= 0xFE0F);

    /// <summary>Written without spaces: a line may end after any character.</summary>
    public static bool BreaksAnywhere(Rune rune) => rune.Value is
        (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);
}
