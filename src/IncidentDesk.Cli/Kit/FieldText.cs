using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentDesk.Door;

namespace IncidentDesk.Cli.Kit;

/// <summary>From a typed word to JSON, with the sentences the desk itself would answer.</summary>
internal static class FieldText
{
    /// <param name="type">The type of the field.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="zoned">A time zone is given beside it, so a time may stand without an offset.</param>
    public static (JsonNode? Value, string? Problem) Read(Type type, string text, bool zoned) => type switch
    {
        _ when type == typeof(string) => (text, null),
        _ when type == typeof(bool) => bool.TryParse(text, out var yes) ? (yes, null) : Not(type),
        _ when type == typeof(int) => Number(text) is { } number ? (number, null) : Not(type),
        _ when type == typeof(Guid) => Guid.TryParse(text, out _) ? (text, null) : Not(type),
        _ when type == typeof(DateTimeOffset) => zoned || Instants.TryRead(text, out _) ? (text, null)
            : (null, Instants.Problem(text).Replace("a timeZone", "--time-zone", StringComparison.Ordinal)),
        _ when type == typeof(DateOnly) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? (text, null) : Not(type),
        _ when type == typeof(byte[]) =>
            FileText.Try(text, File.ReadAllBytes, out var problem) is { } bytes ? (Convert.ToBase64String(bytes), null) : (null, problem),
        { IsEnum: true } => Words(type, text),
        _ => Whole(text),
    };

    /// <summary>People type the name they see: INC-42.</summary>
    static int? Number(string text)
    {
        var digits = text.StartsWith("INC-", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Case does not matter to the person who types; the desk gets its own spelling.</summary>
    static (JsonNode?, string?) Words(Type type, string text)
    {
        var choices = FieldHints.Choices(type).ToList();
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(w => choices.Find(c => c.Equals(w, StringComparison.OrdinalIgnoreCase))).ToList();
        var several = type.IsDefined(typeof(FlagsAttribute), false);
        return words.Count == 0 || words.Contains(null) || (words.Count > 1 && !several) ? Not(type) : (string.Join(", ", words), null);
    }

    static (JsonNode?, string?) Whole(string text)
    {
        try
        {
            return (JsonNode.Parse(text), null);
        }
        catch (JsonException)
        {
            return (null, "Write this as JSON.");
        }
    }

    static (JsonNode?, string?) Not(Type type) => (null, FieldHints.Wanted(type));
}
