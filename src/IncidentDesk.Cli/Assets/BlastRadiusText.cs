using System.Text.Json.Nodes;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Assets;

/// <summary>A blast radius as lines: how much, how far, where, and what the figures do not know.</summary>
internal static class BlastRadiusText
{
    public static string Told(JsonNode answer)
    {
        var summary = answer["summary"]!;
        var (linked, total, people, hops) = (N(summary["linked"]), N(summary["total"]), N(summary["peopleData"]), (int)summary["hops"]!);
        return string.Join("\n\n", new[]
        {
            $"{linked} linked; {total} {((string?)summary["direction"] == "upstream" ? "upstream" : "downstream")}, "
                + $"{people} with data about people; {hops} {(hops == 1 ? "hop" : "hops")} to the farthest.",
            Missing(answer["incomplete"] as JsonArray ?? []),
            Part("By distance", summary["byDistance"], "distance count peopleData"),
            Part("By container", summary["byContainer"]?["largest"], "name count peopleData nearest", summary["byContainer"]?["groups"]),
            Part("By owner", summary["byOwner"]?["largest"], "name count peopleData nearest", summary["byOwner"]?["groups"]),
        }.OfType<string>());
    }

    static string Missing(JsonArray remarks) => remarks.Count == 0 ? "Nothing is known to be missing."
        : "What is not included:\n" + string.Join('\n', remarks.Select(r => $"  {r}"));

    static string? Part(string head, JsonNode? list, string columns, JsonNode? groups = null) =>
        list is not JsonArray { Count: > 0 } items ? null
            : $"{head}" + $"{(groups is not null && (int)groups > items.Count ? $", the largest {items.Count} of {N(groups)}" : "")}"
                + $":\n{Plain.Rows(items, columns.Split(' '))}";

    static string N(JsonNode? number) => ((int)number!).Figure();
}
