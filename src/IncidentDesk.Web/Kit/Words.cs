namespace IncidentDesk.Web.Kit;

/// <summary>Words of the API in addresses: <c>?status=declared</c>.</summary>
internal static class Words
{
    /// <summary>The value a word stands for; none when the word is not known.</summary>
    public static IReadOnlyList<T> All<T>(string? word) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(v => string.Equals(v.Spelled(), word, StringComparison.OrdinalIgnoreCase))];

    public static T? One<T>(string? word) where T : struct, Enum => All<T>(word) is [var value, ..] ? value : null;

    /// <summary>Each value with its word and what a reader reads, for a choice.</summary>
    public static IEnumerable<(string Value, string Text)> Choices<T>() where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => (v.Spelled(), Read(v)));

    public static string Of<T>(T value) where T : struct, Enum => value.Spelled();

    /// <summary><c>AccessReview</c> as "Access review".</summary>
    public static string Read<T>(T value) where T : struct, Enum =>
        value.ToString() is "Api" ? "API" : Heading(value.Spelled().Replace('-', ' '));

    /// <summary><c>exposedFrom</c> as "exposed from".</summary>
    public static string Field(string name) => string.Concat(name.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    /// <summary>Words of a sentence where they stand alone: the first letter is a capital.</summary>
    public static string Heading(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
