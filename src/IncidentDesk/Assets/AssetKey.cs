using System.Text;

namespace IncidentDesk.Assets;

/// <summary>Reading of keys <c>platform://instance/qualified.name</c>; any platform will do, none will not.</summary>
internal static class AssetKey
{
    /// <summary>Twice as many bytes at most: a row of an index holds about 2,700 on PostgreSQL.</summary>
    public const int MostCharacters = 1_000;
    public const int MostBytes = 2 * MostCharacters;
    const string Wanted = "a key looks like hive://warehouse/sales.orders";

    /// <summary>Why this is no key; null when it is one. Expects it trimmed.</summary>
    public static string? Problem(string key) =>
        Shape(key) ?? (WellFormed.Flaw(key, lines: false) is { } flaw ? $"The key {flaw.What}." : null);

    /// <summary>Whether it was taken for a key when it was recorded; what is asked of texts since does not change the record.</summary>
    public static bool WasOne(string recorded) => Shape(recorded) is null && !recorded.Any(char.IsControl);

    static string? Shape(string key)
    {
        if (key.Length == 0) return "The key is empty.";
        if (key.Length > MostCharacters) return $"The key is longer than {MostCharacters:N0} characters.";
        if (key.Length > MostBytes / 3 && Encoding.UTF8.GetByteCount(key) > MostBytes)
            return $"The key is longer than {MostBytes:N0} bytes in UTF-8.";
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 1 || key.AsSpan(0, scheme).ContainsAny(" /")) return $"The key has no platform at the start; {Wanted}.";
        return key.Length == scheme + 3 ? $"The key has no name after the platform; {Wanted}." : null;
    }

    /// <summary>The qualified name up to its last dot; null without one. Expects a key that has no problem.</summary>
    public static string? Container(string key)
    {
        var rest = key.AsSpan(key.IndexOf("://", StringComparison.Ordinal) + 3);
        var name = rest[(rest.IndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot].ToString() : null;
    }
}
