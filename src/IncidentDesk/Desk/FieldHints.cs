using System.Text.Json;

namespace IncidentDesk;

/// <summary>What to write into a field that was not understood: one wording for page, API and command line.</summary>
public static class FieldHints
{
    public static string Wanted(Type type)
    {
        if (type.IsEnum) return $"Choose one of: {string.Join(", ", Choices(type))}.";
        if (type == typeof(DateTimeOffset)) return Instants.Wanted;
        if (type == typeof(DateOnly)) return "Write the date as year, month and day, for example 2026-06-12.";
        if (type == typeof(byte[])) return "Send the file as base64 text.";
        if (type == typeof(bool)) return "Write true or false.";
        if (type == typeof(int)) return "Write a whole number.";
        if (type == typeof(Guid)) return "Write the id of a person or token, as listed on the desk.";
        return type == typeof(string) ? "Write text." : "Write a list of values.";
    }

    /// <summary>The words of an enumeration as JSON spells them.</summary>
    public static IEnumerable<string> Choices(Type type) =>
        Enum.GetValues(type).Cast<object>().Select(v => JsonSerializer.SerializeToElement(v, type, Json.Options).GetString()!)
            .Where(w => w is not ("none" or "all"));
}
