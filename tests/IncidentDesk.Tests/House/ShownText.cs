using System.Text;
using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>What a person may read of a file: literals of code, markup of pages, all of a guide; no comments.</summary>
internal static partial class ShownText
{
    public static IReadOnlyList<(int Line, string Text)> Of(string path, string content) => Path.GetExtension(path) switch
    {
        ".cs" => Literals(content, 0),
        ".razor" => OfPage(content),
        ".js" => [.. Lines(content).Where(l => !l.Text.StartsWith("//", StringComparison.Ordinal))],
        _ => [.. Lines(content)],
    };

    static IReadOnlyList<(int Line, string Text)> OfPage(string content)
    {
        var shown = PageComment().Replace(content, comment => new string('\n', comment.Value.Count(c => c == '\n')));
        var code = shown.IndexOf("\n@code", StringComparison.Ordinal) is >= 0 and var at ? at : shown.Length;
        var before = shown[..code].Count(c => c == '\n');
        return [.. Lines(shown[..code]).Where(l => !Directive().IsMatch(l.Text)), .. Literals(shown[code..], before)];
    }

    static IEnumerable<(int Line, string Text)> Lines(string content) => content.Split('\n').Select((text, i) => (i + 1, text.Trim()));

    static IReadOnlyList<(int Line, string Text)> Literals(string code, int before)
    {
        var found = new List<(int At, string Text)>();
        PassCode(code, 0, found, hole: false);
        return [.. found.Select(f => (before + code.AsSpan(0, f.At).Count('\n') + 1, f.Text))];
    }

    /// <summary>Passes code up to its end, or up to the brace that closes the hole of an interpolated string.</summary>
    static int PassCode(string code, int at, List<(int, string)> found, bool hole)
    {
        for (var depth = 0; at < code.Length;)
        {
            if (Comment().Match(code, at) is { Success: true } comment) at += comment.Length;
            else if (Character().Match(code, at) is { Success: true } character) at += character.Length;
            else if (Opening().Match(code, at) is { Success: true } opening) at = PassText(code, at, opening, found);
            else if (hole && depth == 0 && code[at] == '}') return at;
            else depth += code[at++] switch { '{' => 1, '}' => -1, _ => 0 };
        }
        return at;
    }

    static int PassText(string code, int start, Match opening, List<(int, string)> found)
    {
        var (holes, quotes) = (opening.Value.Count(c => c == '$'), opening.Value.Count(c => c == '"'));
        var (raw, verbatim) = (quotes >= 3, opening.Value.Contains('@'));
        if (quotes == 2) return start + opening.Length;
        var (text, at, end) = (new StringBuilder(), start + opening.Length, new string('"', quotes));
        while (at < code.Length)
        {
            if (verbatim && string.CompareOrdinal(code, at, "\"\"", 0, 2) == 0) at += 2;
            else if (string.CompareOrdinal(code, at, end, 0, quotes) == 0) break;
            else if (!raw && !verbatim && code[at] == '\\') at += 2;
            else if (holes > 0 && code[at] == '{' && !raw && code[at + 1] == '{') at += 2;
            else if (holes > 0 && string.CompareOrdinal(code, at, new string('{', holes), 0, raw ? holes : 1) == 0)
            {
                at = PassCode(code, at + (raw ? holes : 1), found, hole: true) + (raw ? holes : 1);
                text.Append('…');
            }
            else text.Append(code[at++]);
        }
        found.Add((start, text.ToString()));
        return at + quotes;
    }

    [GeneratedRegex(@"\G(?://[^\n]*|/\*.*?\*/)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\G'(?:\\.[^']*|[^\\'])'")]
    private static partial Regex Character();

    [GeneratedRegex(@"\G[$@]*""+")]
    private static partial Regex Opening();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex PageComment();

    [GeneratedRegex(@"^@(?:using|inject|namespace|inherits|implements|attribute|typeparam)\b")]
    private static partial Regex Directive();
}
