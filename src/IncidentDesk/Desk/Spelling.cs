using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentDesk;

/// <summary>
/// The word for a value of an enumeration where machines read it: JSON, addresses, CSV and names of files. Computed here as JSON does,
/// because asking JSON itself would build its serializer at each start.
/// </summary>
public static class Spelling
{
    /// <summary><c>feature-table</c> for <c>FeatureTable</c>, <c>SEV2</c> for a severity: as JSON spells it.</summary>
    public static string Spelled<T>(this T value) where T : struct, Enum =>
        Words<T>.Of.TryGetValue(value, out var word) ? word : JsonSerializer.SerializeToElement(value, Json.Options).GetString()!;

    static string Word<T>(T value) where T : struct, Enum =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    static class Words<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().Distinct().ToDictionary(value => value, Word);
    }
}
