using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>People type names; commands want identities.</summary>
internal static class Colleagues
{
    /// <summary>The identity of the one active person with this name or address, or why there is not one.</summary>
    public static (JsonNode? Identity, string? Problem) Find(JsonNode? people, string text)
    {
        var items = people as JsonArray ?? people?["items"] as JsonArray ?? [];
        var found = items.OfType<JsonObject>().Where(p => p["active"]?.GetValue<bool>() != false && (Is(p["name"], text) || Is(p["email"], text))).ToList();
        return found switch
        {
            [var only] => (only["id"]!.DeepClone(), null),
            [] => (null, $"Nobody who is active on this desk is called '{text}'. Write the whole name, the e-mail address or the identity."),
            _ => (null, $"Several are called '{text}'. Write the address of one: {string.Join(", ", found.Select(p => p["email"]))}."),
        };
    }

    static bool Is(JsonNode? value, string text) => string.Equals(value?.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase);
}
