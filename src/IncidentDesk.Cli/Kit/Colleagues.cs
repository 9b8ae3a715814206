using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>People type names; commands want identities.</summary>
internal static class Colleagues
{
    /// <summary>
    /// The identity of the one person with this name or address, or why there is not one; who left counts
    /// only where nobody active is called so.
    /// </summary>
    public static (JsonNode? Identity, string? Problem) Find(JsonNode? people, string text)
    {
        var items = people as JsonArray ?? people?["items"] as JsonArray ?? [];
        var called = items.OfType<JsonObject>().Where(p => Is(p["name"], text) || Is(p["email"], text))
            .ToLookup(p => p["active"]?.GetValue<bool>() != false);
        var found = called[true].Any() ? called[true] : called[false];
        return found.ToList() switch
        {
            [var only] => (only["id"]!.DeepClone(), null),
            [] => (null, $"Nobody on this desk is called '{text}'. Write the full name, the e-mail address or the id."),
            _ => (null, $"Several people are called '{text}'. Write the e-mail address of one of them: "
                + $"{string.Join(", ", found.Select(p => p["email"]))}."),
        };
    }

    static bool Is(JsonNode? value, string text) => string.Equals(value?.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase);
}
