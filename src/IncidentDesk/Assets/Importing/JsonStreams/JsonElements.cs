using System.Text.Json;
using System.Text.Unicode;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>
/// Makes an element of bytes that the reader found sound, unless something in them cannot be
/// read as text or contradicts itself.
/// </summary>
internal static class JsonElements
{
    public static bool Try(ReadOnlySpan<byte> bytes, out JsonElement element, out string? problem)
    {
        element = default;
        problem = !Utf8.IsValid(bytes) ? "It is not UTF-8."
            : HalfCharacter(bytes) ? "It contains half of a character (an unpaired surrogate)."
            : null;
        if (problem is not null) return false;
        try
        {
            element = JsonElement.Parse(bytes, JsonFile.Taking);
            return true;
        }
        catch (JsonException)
        {
            // Somebody may have use for the rest: what is there twice often stands where nobody looks.
            element = JsonElement.Parse(bytes, JsonFile.TakingAnyhow);
            problem = "It names one of its members twice.";
            return false;
        }
    }

    /// <summary>Only escapes such as <c>\ud83d</c> can do that, and hardly any file has them, so most are not looked at twice.</summary>
    static bool HalfCharacter(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0) return false;
        var reader = new Utf8JsonReader(bytes, JsonFile.Reading);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
