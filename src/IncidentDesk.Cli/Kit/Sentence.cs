using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentDesk.Cli.Kit;

/// <summary>Fills a sentence, and keeps out of the terminal what would steer it.</summary>
internal static partial class Sentence
{
    /// <summary>
    /// Names in braces are looked up in the given objects in turn; a later one is only made when
    /// an earlier one has not got it.
    /// </summary>
    public static string Fill(string template, params Func<JsonNode?>[] from) => Name().Replace(template, name =>
        Plain.InOneLine(from.Select(make => (make() as JsonObject)?[name.Groups[1].Value]).FirstOrDefault(value => value is not null)));

    /// <summary>
    /// Text of others as it may be printed: control characters could move the cursor or retitle the window, and marks of
    /// writing direction could make a line read differently from what it says (Unicode TR 36, section 3.2).
    /// </summary>
    public static string Harmless(string text) => Steering().Replace(text.ReplaceLineEndings("\n"), "\uFFFD");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\p{Cc}\u202A-\u202E\u2066-\u2069-[\n\t]]")]
    private static partial Regex Steering();
}
