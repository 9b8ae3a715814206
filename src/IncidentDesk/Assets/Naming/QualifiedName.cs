using System.Text;

namespace IncidentDesk.Assets.Naming;

/// <summary>Names of several parts, <c>database.schema."odd.table"</c>: a part may stand in quotes, backticks or brackets.</summary>
public static class QualifiedName
{
    /// <summary>One part, without its quotes.</summary>
    /// <param name="Quoted">It stood in quotes, so its upper and lower case is meant.</param>
    public readonly record struct Part(string Text, bool Quoted);

    /// <summary>The parts from left to right. A quote that nothing closes is an ordinary character.</summary>
    public static IReadOnlyList<Part> Parts(string name)
    {
        var parts = new List<Part>();
        var at = 0;
        while (at <= name.Length)
        {
            if (at < name.Length && InQuotes(name, at, out var next) is { } text) parts.Add(new(text, true));
            else
            {
                next = name.IndexOf('.', at) is var dot && dot < 0 ? name.Length : dot;
                parts.Add(new(name[at..next], false));
            }
            at = next + 1;
        }
        return parts;
    }

    /// <summary>Parts written as one name; those that would not be read back as they are get quotes.</summary>
    public static string Of(params IEnumerable<string> parts) => string.Join('.', parts.Select(p => IsPlain(p) ? p : Quoted(p)));

    internal static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Can stand without quotes.</summary>
    internal static bool IsPlain(string text) =>
        text.Length > 0 && !text.Contains('.') && text[0] is not ('"' or '`' or '[') && text.AsSpan().Trim().Length == text.Length;

    /// <summary>Only if the closing quote ends the part: behind it comes a dot or nothing.</summary>
    static string? InQuotes(string name, int at, out int next)
    {
        next = 0;
        var close = name[at] switch { '"' => '"', '`' => '`', '[' => ']', _ => '\0' };
        if (close == '\0') return null;
        var text = new StringBuilder();
        for (var i = at + 1; i < name.Length; i++)
        {
            if (name[i] != close) text.Append(name[i]);
            else if (i + 1 < name.Length && name[i + 1] == close) text.Append(name[i++]);
            else
            {
                next = i + 1;
                return next == name.Length || name[next] == '.' ? text.ToString() : null;
            }
        }
        return null;
    }
}
