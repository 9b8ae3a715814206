namespace IncidentDesk.Assets;

/// <summary>
/// A glob over keys: <c>*</c> is any run of characters, dots and slashes too; <c>?</c> is one character; everything else is itself,
/// <c>_</c> and <c>[</c> as well. Upper and lower case differ.
/// </summary>
internal static class KeyPattern
{
    public const int MostCharacters = 1_000;

    public static bool IsOne(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>As SQLite's GLOB takes it, where brackets would open a set of characters.</summary>
    public static string ToGlob(string pattern) => pattern.Trim().Replace("[", "[[]", StringComparison.Ordinal);
}
