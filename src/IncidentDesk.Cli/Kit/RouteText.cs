using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>Addresses with values in them.</summary>
internal static class RouteText
{
    /// <summary>Each <c>{name}</c> of the path becomes the value of that name, escaped so that it stays one segment.</summary>
    public static string Fill(string path, JsonObject values)
    {
        foreach (var (name, value) in values)
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value?.ToString() ?? ""), StringComparison.Ordinal);
        return path;
    }
}
