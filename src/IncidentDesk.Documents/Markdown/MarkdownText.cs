using System.Text;

namespace IncidentDesk.Documents.Markdown;

/// <summary>Plain text written so that every Markdown reader shows it as it was, mark for mark.</summary>
internal static class MarkdownText
{
    const string Special = "\\`*_[]#|~$&^=+";
    const string SpecialAtStart = "->";

    /// <summary>For running text: blank lines part paragraphs, single line ends stay line ends.</summary>
    public static string Paragraphs(string text) =>
        string.Join("\n\n", Legible.Text(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => string.Join("\\\n", paragraph.Trim('\n').Split('\n').Select(line => Escape(line.Trim())))));

    /// <summary>For headings, list items and table cells: one line; a line end becomes the only markup a cell allows for it.</summary>
    public static string Line(string text) =>
        string.Join("<br>", Legible.Text(text).Trim().Split('\n').Select(line => Escape(line.Trim())));

    /// <summary>A key or a hash; readers disagree on pipes and backslashes inside code, so text with those is not set as code.</summary>
    public static string Code(string text)
    {
        var oneLine = Legible.Text(text).Trim().Replace('\n', ' ');
        return oneLine.Length == 0 || oneLine.AsSpan().ContainsAny('`', '|', '\\') ? Line(text) : $"`{oneLine}`";
    }

    static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '<') escaped.Append("&lt;");
            else
            {
                if (Special.Contains(line[i], StringComparison.Ordinal)
                    || (i == 0 && SpecialAtStart.Contains(line[i], StringComparison.Ordinal))
                    || EndsListNumber(line, i) || StartsAddress(line, i))
                    escaped.Append('\\');
                escaped.Append(line[i]);
            }
        }
        return escaped.ToString();
    }

    // "1. May" at the start of a line would become a list.
    static bool EndsListNumber(string line, int i) =>
        line[i] is '.' or ')' && i is > 0 and < 10 && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;

    // Readers that turn bare addresses into links do it at the colon.
    static bool StartsAddress(string line, int i) => line[i] == ':' && line.AsSpan(i).StartsWith("://", StringComparison.Ordinal);
}
