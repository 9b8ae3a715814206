using System.Text;

namespace IncidentDesk.Documents.Skia;

/// <summary>The two facts about a character that line breaking needs.</summary>
internal static class Script
{
    /// <summary>Hebrew, Arabic and their relatives, by Unicode block.</summary>
    public static bool IsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or
        (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    /// <summary>Written without spaces: a line may end after any character.</summary>
    public static bool BreaksAnywhere(Rune rune) => rune.Value is
        (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);
}
