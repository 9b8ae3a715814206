using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>JSON as lines for a person.</summary>
internal static class Plain
{
    /// <summary>The lists of an answer below its sentence, each under its name; empty ones are not worth a line.</summary>
    public static string Lists(JsonNode answer)
    {
        var text = new StringBuilder();
        foreach (var (name, list) in (answer as JsonObject ?? []).Where(p => p.Value is JsonArray { Count: > 0 }))
        {
            text.Append('\n').Append(Words(name)).Append(':');
            foreach (var item in (JsonArray)list!) text.Append("\n  ").Append(InOneLine(item));
        }
        return text.ToString();
    }

    /// <summary>Each member on a line of its own, names in one column; what lies deeper is indented.</summary>
    public static string Facts(JsonNode? node, string indent = "")
    {
        if (node is not JsonObject facts) return indent + InOneLine(node);
        var shown = facts.Where(f => f.Value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 })).ToList();
        var width = shown.Where(f => f.Value is JsonValue).Select(f => Words(f.Key).Length).DefaultIfEmpty().Max();
        return string.Join('\n', shown.Select(f => f.Value switch
        {
            JsonValue value =>
                $"{indent}{Words(f.Key).PadRight(width)}  {Value(value).ReplaceLineEndings("\n" + indent + new string(' ', width + 2))}",
            JsonArray list => $"{indent}{Words(f.Key)}:\n{Items(list, indent + "  ")}",
            _ => $"{indent}{Words(f.Key)}:\n{Facts(f.Value, indent + "  ")}",
        }));
    }

    /// <summary>A line an item while they are short; else each as a block of its own.</summary>
    static string Items(JsonArray list, string indent)
    {
        var lines = list.Select(InOneLine).ToList();
        return lines.Exists(l => l.Length > 100 || l.Contains('\n', StringComparison.Ordinal))
            ? string.Join("\n\n", list.Select(i => Facts(i, indent)))
            : string.Join('\n', lines.Select(l => indent + l));
    }

    /// <summary>
    /// One row an item, its columns as wide as they need to be; the last one takes what is left of the
    /// line. What has a name is shown by it.
    /// </summary>
    public static string Rows(JsonArray items, IReadOnlyList<string> columns)
    {
        var rows = items.OfType<JsonObject>()
            .Select(i => columns.Select(c => Value((i[c] as JsonObject)?["name"] ?? i[c]).ReplaceLineEndings(" ")).ToArray())
            .Prepend([.. columns.Select(Words)]).ToList();
        var widths = columns.Select((_, i) => rows.Max(r => r[i].Length)).ToList();
        return string.Join('\n', rows.Select(r => string.Join("  ", r.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }

    public static string InOneLine(JsonNode? node) => node switch
    {
        JsonObject o => string.Join(", ", o.Where(p => p.Value is not null).Select(p => $"{Words(p.Key)} {InOneLine(p.Value)}")),
        JsonArray a => string.Join("; ", a.Select(InOneLine)),
        _ => Value(node),
    };

    static string Value(JsonNode? node)
    {
        if (node is not JsonValue value) return node is null ? "" : InOneLine(node);
        if (value.TryGetValue<bool>(out var yes)) return yes ? "yes" : "no";
        var text = value.ToString();
        return Instants.TryRead(text, out var instant) ? Instants.Say(instant) : text;
    }

    /// <summary>From <c>alreadyLinked</c> to <c>already linked</c>.</summary>
    static string Words(string name) =>
        string.Concat(name.Select(c => char.IsUpper(c) ? " " + char.ToLower(c, CultureInfo.InvariantCulture) : c.ToString()));
}
