using System.Text.Encodings.Web;
using System.Text.Unicode;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Html;

/// <summary>The only way text gets into markup: encoded.</summary>
internal static class Markup
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string text) => Encoder.Encode(Legible.Text(text));

    /// <summary>A class attribute with a leading blank, or nothing.</summary>
    public static string Class(params IEnumerable<string?> names)
    {
        var joined = string.Join(' ', names.Where(name => name is not null));
        return joined.Length == 0 ? "" : $" class=\"{joined}\"";
    }

    public static string? Of(Tone tone) => tone switch
    {
        Tone.Plain => null,
        Tone.Quiet => "quiet",
        Tone.Strong => "strong",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Danger => "danger",
        _ => throw new NotSupportedException($"No class for {tone}."),
    };
}
