using System.Text.Json;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>
/// Reads members of what somebody else wrote: a member that is missing, null or of another kind is simply not there.
/// </summary>
public static class JsonMembers
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member)
            && member.ValueKind is not JsonValueKind.Null ? member : null;

    /// <summary>Down a path of members.</summary>
    public static JsonElement? Member(this JsonElement element, params ReadOnlySpan<string> path)
    {
        JsonElement? at = element;
        foreach (var name in path) at = at?.Member(name);
        return at;
    }

    /// <summary>Trimmed; null when it is empty or no string.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name)?.Text();

    public static string? Text(this JsonElement element) => element.ValueKind is JsonValueKind.String ? element.GetString().OrNull() : null;

    /// <summary>A whole number that is not negative, written as number or as string.</summary>
    public static long? Count(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole) ? Counted(whole)
            : number.TryGetDouble(out var real) && real is >= 0 and < 1e18 ? (long)real
            : null,
        { ValueKind: JsonValueKind.String } text => long.TryParse(text.GetString(), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var whole) ? whole : null,
        _ => null,
    };

    public static bool? Flag(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    /// <summary>The elements of an array; none of anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Member(name).Items();

    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.Items(name).Select(e => e.Text()).OfType<string>();

    /// <summary>The members of an object; none of anything else.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } known ? known.EnumerateObject() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) => element.Member(name).Members();

    static long? Counted(long whole) => whole >= 0 ? whole : null;
}
