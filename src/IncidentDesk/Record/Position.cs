using System.Text.Json.Serialization;

namespace IncidentDesk.Record;

/// <summary>The answer of a command that wrote an entry: where the record stands now.</summary>
public sealed record Position([property: JsonPropertyName("position")] int Value)
{
    public static implicit operator int(Position position) => position.Value;
}
