using System.Collections.Frozen;
using System.Text.Json;

namespace IncidentDesk;

/// <summary>The word for a value of an enumeration where machines read it: JSON, addresses, CSV and names of files.</summary>
public static class Spelling
{
    /// <summary><c>feature-table</c> for <c>FeatureTable</c>, <c>SEV2</c> for a severity: as JSON spells it.</summary>
    public static string Spelled<T>(this T value) where T : struct, Enum =>
        Spellings<T>.Of.TryGetValue(value, out var word) ? word : Write(value);

    static string Write<T>(T value) => JsonSerializer.SerializeToElement(value, Json.Options).GetString()!;

    static class Spellings<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, Write);
    }
}
