using System.Text.Json.Nodes;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Overview;

/// <summary>The status view as lines for somebody who has ten seconds.</summary>
internal static class StatusText
{
    public static string InWords(JsonNode view) => string.Join("\n\n", new[]
    {
        $"As of {Plain.InOneLine(view["at"])}",
        Part("Open", [.. Items(view["open"]).SelectMany(level => Items(level?["incidents"])).Select(i => i?.DeepClone())],
            "name severity status commander paused title"),
        Part("Paused", Items(view["paused"]), "key state reviewBy target"),
        Part("Overdue", Items(view["overdue"]), "due incident what"),
        Lines("Changed in the last 24 hours", Items(view["changed"]), "lines",
            line => $"{Plain.InOneLine(line?["happenedAt"])}  {Plain.InOneLine(line?["sentence"])}"),
        Lines("Times that contradict each other", Items(view["contradictions"]), "sentences", Plain.InOneLine),
    }.OfType<string>());

    static JsonArray Items(JsonNode? list) => list as JsonArray ?? [];

    static string? Part(string head, JsonArray items, string columns) =>
        items.Count == 0 ? $"{head}: nothing." : $"{head}:\n{Plain.Rows(items, columns.Split(' '))}";

    static string? Lines(string head, JsonArray about, string lines, Func<JsonNode?, string> inWords) => about.Count == 0 ? null
        : $"{head}:\n" + string.Join('\n',
            about.Select(a => $"{Subject(a)}\n" + string.Join('\n', Items(a?[lines]).Select(l => $"  {inWords(l)}"))));

    static string Subject(JsonNode? about) => about?["incident"] is { } number ? $"INC-{number} {about["title"]}" : $"{about?["title"]}";
}
