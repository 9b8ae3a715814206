using System.Buffers;
using System.Globalization;
using System.Text;

namespace IncidentDesk;

/// <summary>
/// What every text is made of, whichever command, file or address brings it: whole characters, which both databases keep and
/// which a page, a terminal and a printed report can show.
/// </summary>
public static class WellFormed
{
    /// <summary>What a command may hold in one text, in UTF-16 code units. Most texts have a shorter bound of their own.</summary>
    public const int Longest = 20_000;

    /// <summary>Nearly every text; one scan decides.</summary>
    static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    /// <summary>
    /// Takes no room and draws nothing (Default_Ignorable_Code_Point, DerivedCoreProperties of Unicode 16), and the empty Braille cell.
    /// Between letters they have their use; alone they make a name that nobody can see or click.
    /// </summary>
    static readonly (int First, int Last)[] Invisible =
    [
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F),
        (0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Why this text cannot be taken, and the way out, as whole sentences; null when it is sound.</summary>
    /// <param name="text">What stands around it and is trimmed away does not matter.</param>
    /// <param name="lines">Whether it may have several lines.</param>
    /// <param name="subject">How the sentence begins: <c>This text</c>, <c>Item 3</c>.</param>
    public static string? Problem(string text, bool lines, string subject = "This text") => text.Length > Longest
        ? $"{subject} has {text.Length.Figure()} characters; at most {Longest.Figure()} are possible. "
            + "Send it in parts, or say where the full text is kept."
        : Flaw(text, lines) is { } flaw ? $"{subject} {flaw.What}. {flaw.Way}" : null;

    /// <summary>The same without the bound on its length, in two parts: <c>contains half of a character</c>, and the way out.</summary>
    public static (string What, string Way)? Flaw(ReadOnlySpan<char> text, bool lines)
    {
        if (!text.ContainsAnyExcept(Plain)) return null;
        text = text.Trim();
        var visible = text.IsEmpty;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) is not OperationStatus.Done)
                return ("contains half of a character, as a text does that was cut in the middle of an emoji",
                    "Remove it, or write the whole character.");
            if (FlawOf(rune.Value, lines) is { } flaw) return flaw;
            visible = visible || IsVisible(rune);
            text = text[length..];
        }
        return visible ? null : ("contains nothing that can be seen", "Write it with letters, digits or signs.");
    }

    /// <summary>How a text that may hold anything begins, for a sentence: never half a character, never one that acts.</summary>
    public static string Shown(string text, int most)
    {
        var cut = text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
        return Flaw(cut, lines: false) is null ? cut
            : string.Concat(cut.EnumerateRunes().Select(r => FlawOf(r.Value, lines: false) is null ? r : Rune.ReplacementChar));
    }

    static (string, string)? FlawOf(int c, bool lines) => c switch
    {
        '\t' or '\n' or '\r' or 0x2028 or 0x2029 => lines ? null
            : ("is more than one line, or contains a tab", "Write it in one line."),
        0 => ("contains a NUL character (U+0000)", "Remove it."),
        < ' ' or (>= 0x7F and <= 0x9F) => ($"contains a control character ({Named(c)})", "Remove it; it cannot be shown."),
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) =>
            ($"contains a mark that changes the direction of writing ({Named(c)})",
                "Remove it; text in any script is shown in its own direction."),
        (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFFF9 and <= 0xFFFB) => NoCharacter(c),
        _ when (c & 0xFFFE) == 0xFFFE => NoCharacter(c),
        _ => null,
    };

    static (string, string) NoCharacter(int c) => ($"contains {Named(c)}, which is reserved and no character", "Remove it.");

    static string Named(int c) => $"U+{c:X4}";

    static bool IsVisible(Rune rune) => rune.IsAscii ? rune.Value > ' '
        : Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            && !Rune.IsWhiteSpace(rune) && !Array.Exists(Invisible, i => rune.Value >= i.First && rune.Value <= i.Last);
}
