using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentDesk.Cli.Kit;

/// <summary>What the desk answered, or what hindered it.</summary>
/// <param name="Status">The HTTP status; 0 when no answer came.</param>
/// <param name="Body">As it came over the line.</param>
/// <param name="Hindrance">Why no answer came.</param>
internal sealed record Response(int Status, byte[] Body, string? Hindrance = null)
{
    /// <summary>The line broke, so that a second attempt may get through; waiting too long is not repeated.</summary>
    public bool LineBroke { get; init; }
    public string? MediaType { get; init; }

    public bool Done => Status is >= 200 and < 300;

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonNode? Json()
    {
        try
        {
            return JsonNode.Parse(Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
