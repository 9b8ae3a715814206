using System.Text.Json.Nodes;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Assets.Linking;

/// <summary>What linking came to, or would come to, as lines.</summary>
internal static class Linked
{
    const string Done = "INC-{incident}: {linked} linked, {alreadyLinked} already linked (entry {position}).";

    public static string Told(JsonNode said, JsonObject typed)
    {
        if (said["unmatchedLines"] is JsonArray lines)
            said["unmatched"] = new JsonArray([.. said["unmatched"]!.AsArray().Select((name, i) => (JsonNode)$"line {lines[i]}: {name}")]);
        (said as JsonObject)?.Remove("unmatchedLines");
        return Sentence.Fill(Done, () => said, () => typed) + Plain.Lists(said);
    }

    public static string Previewed(JsonNode said) => string.Join("\n\n", new[]
    {
        $"{N(said["count"])} would be linked, {N(said["alreadyLinked"])} are already linked. "
            + $"Nothing is linked yet.{(said["how"] is { } how ? $"\nFound by {how}." : "")}",
        Part("Not found", said["unmatchedCount"], said["unmatched"],
            u => u["line"] is { } line ? $"line {line}: {u["name"]}" : $"{u["name"]}"),
        Part("Ambiguous, therefore not linked", said["ambiguousCount"], said["ambiguous"],
            a => $"{a["name"]} could be {string.Join(" or ", a["keys"]!.AsArray())}"),
        said["sample"] is JsonArray { Count: > 0 } sample
            ? $"For example:\n{Plain.Rows(sample, ["key", "kind", "owner", "peopleData"])}"
            : null,
        $"To link exactly these, use --previewed {said["previewed"]} instead of --preview.",
    }.OfType<string>());

    static string? Part(string head, JsonNode? count, JsonNode? list, Func<JsonNode, string> line) =>
        list is not JsonArray { Count: > 0 } items ? null
            : $"{head} ({N(count)}{((int)count! > items.Count ? $", the first {items.Count} here" : "")}):\n"
                + $"{string.Join('\n', items.Select(i => $"  {line(i!)}"))}";

    static string N(JsonNode? number) => ((int)number!).Figure();
}
