using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>
/// Finds and removes words in what people wrote: every <see cref="WordingAttribute"/> of an event, however deep. What the desk
/// itself recorded (who, when, which asset) is no wording and stays.
/// </summary>
internal static class Redaction
{
    public const string Mark = "[redacted]";

    static readonly JsonSerializerOptions Shape = Shapes();

    /// <summary>Everything people wrote in this event.</summary>
    public static IReadOnlyList<string> WordsOf(string kind, byte[] payload)
    {
        var words = new List<string>();
        Walk(JsonNode.Parse(payload), EventNames.TypeOf(kind), false, text => { words.Add(text); return text; });
        return words;
    }

    /// <summary>The payload without the passage; without any of its words when no passage is given.</summary>
    public static byte[] Without(string kind, byte[] payload, string? passage)
    {
        var left = JsonNode.Parse(payload)!;
        Walk(left, EventNames.TypeOf(kind), false, text => passage is null ? Mark : text.Replace(passage, Mark, StringComparison.Ordinal));
        // Through the event and back, so that what is stored is what the desk would have written.
        return EventNames.Write(EventNames.Read(kind, JsonSerializer.SerializeToUtf8Bytes(left, Json.Options)));
    }

    static JsonNode? Walk(JsonNode? node, Type type, bool wording, Func<string, string> change)
    {
        if (node is JsonValue value && wording && value.TryGetValue<string>(out var text)) return JsonValue.Create(change(text));
        if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++) Put(Walk(list[i], ItemOf(type), wording, change), list[i], now => list[i] = now);
        if (node is JsonObject members)
            foreach (var (name, memberType, worded) in Members(members, type, wording))
                Put(Walk(members[name], memberType, worded, change), members[name], now => members[name] = now);
        return node;
    }

    static void Put(JsonNode? now, JsonNode? was, Action<JsonNode?> put)
    {
        if (!ReferenceEquals(now, was)) put(now);
    }

    /// <summary>The members of an object or the values of a dictionary, and which of them people wrote.</summary>
    static List<(string Name, Type Type, bool Wording)> Members(JsonObject node, Type type, bool wording)
    {
        var shape = Shape.GetTypeInfo(type);
        return shape.Kind == JsonTypeInfoKind.Object
            ? [.. shape.Properties.Where(p => node.ContainsKey(p.Name)).Select(p => (p.Name, p.PropertyType, Worded(p)))]
            : [.. node.Select(p => (p.Key, shape.ElementType ?? typeof(object), wording))];
    }

    static Type ItemOf(Type list) => Shape.GetTypeInfo(list).ElementType ?? typeof(object);

    static bool Worded(JsonPropertyInfo property) => property.AttributeProvider?.IsDefined(typeof(WordingAttribute), inherit: true) is true;

    static JsonSerializerOptions Shapes()
    {
        var options = new JsonSerializerOptions(Json.Options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
