using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IncidentDesk;

/// <summary>How the desk writes JSON, in the record and on the wire: camelCase, words for enumerations, instants with offset.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Strict(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        // The record is data, never pasted into HTML; a page encodes what it shows.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        return options;
    }

    public static string Write(object? value, Type type) => JsonSerializer.Serialize(value, type, Options);
}

/// <summary>RFC 3339 instants; a time without an offset is refused, because nobody can tell when it was.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return Instants.TryRead(text, out var instant) ? instant : throw new JsonException(Instants.Problem(text));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.Write(value));
}
