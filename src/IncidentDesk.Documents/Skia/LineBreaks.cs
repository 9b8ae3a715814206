using System.Globalization;
using System.Text;

namespace IncidentDesk.Documents.Skia;

/// <summary>Text of one style; <see cref="Link"/> makes it lead somewhere.</summary>
internal sealed record Span(string Text, TextStyle Style, string? Link = null);

/// <summary>Cuts text into what stands between two chances to break a line.</summary>
internal static class LineBreaks
{
    const string BreakAfter = "/\\._-:,;=&?@|";

    /// <summary>Words, runs of blanks, and line ends, in order; nothing is dropped.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = End(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u200B';

    /// <summary>The parts of a word that is wider than the line: after a separator if there are some, else letter by letter.</summary>
    public static IEnumerable<string> Parts(string word)
    {
        var start = 0;
        for (var i = 0; i < word.Length - 1; i++)
        {
            if (!BreakAfter.Contains(word[i], StringComparison.Ordinal)) continue;
            yield return word[start..(i + 1)];
            start = i + 1;
        }
        yield return word[start..];
    }

    public static IEnumerable<string> Letters(string word)
    {
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext()) yield return letters.GetTextElement();
    }

    static int End(string text, int start)
    {
        if (text[start] == '\n') return start + 1;
        var blank = IsBlank(text[start]);
        var end = start;
        while (end < text.Length && text[end] != '\n' && IsBlank(text[end]) == blank)
        {
            Rune.DecodeFromUtf16(text.AsSpan(end), out var rune, out var length);
            if (!Script.BreaksAnywhere(rune)) end += length;
            else return end == start ? end + length : end;
        }
        return end;
    }
}
