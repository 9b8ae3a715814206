using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentDesk.Record;

/// <summary>Stored names and their types. A name once used is never given to another shape.</summary>
public static class EventNames
{
    static readonly FrozenDictionary<string, Type> Types = typeof(EventNames).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(TimelineEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t.GetCustomAttribute<EventNameAttribute>()!.Name);

    static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(p => p.Value, p => p.Key);

    static readonly JsonSerializerOptions Whole =
        new(Json.Options) { RespectNullableAnnotations = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static IReadOnlyCollection<string> All => Types.Keys;

    /// <summary>Events that say something to people who were not there.</summary>
    internal static IReadOnlyList<string> Telling { get; } =
        [.. Types.Where(t => t.Value.IsDefined(typeof(TellingAttribute))).Select(t => t.Key)];

    /// <summary>The stored name of the present shape of an event.</summary>
    internal static string Of<T>() where T : TimelineEvent => Names[typeof(T)];

    public static string Of(TimelineEvent what) => Names[what.GetType()];

    public static Type TypeOf(string kind) => Types[kind];

    public static bool Knows(string kind) => Types.ContainsKey(kind);

    public static byte[] Write(TimelineEvent what) => JsonSerializer.SerializeToUtf8Bytes(what, what.GetType(), Json.Options);

    public static TimelineEvent Read(string kind, ReadOnlySpan<byte> payload) =>
        (TimelineEvent)JsonSerializer.Deserialize(payload, Types[kind], Json.Options)!;

    /// <summary>
    /// For entries from elsewhere: the event, or null when this desk does not know the kind or would not have written the payload,
    /// to the letter and with nothing missing.
    /// </summary>
    public static TimelineEvent? Recognise(string kind, ReadOnlySpan<byte> payload)
    {
        if (!Knows(kind)) return null;
        try
        {
            var what = Read(kind, payload);
            // Throws where a member that must be there is null.
            _ = JsonSerializer.SerializeToUtf8Bytes(what, what.GetType(), Whole);
            return Write(what).AsSpan().SequenceEqual(payload) ? what : null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return null;
        }
    }
}
