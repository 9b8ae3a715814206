using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace IncidentDesk.Timeline;

/// <summary>Stored names and their types. A name once used is never given to another shape.</summary>
public static class EventNames
{
    static readonly FrozenDictionary<string, Type> Types = typeof(EventNames).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(TimelineEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t.GetCustomAttribute<EventNameAttribute>()!.Name);

    static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(p => p.Value, p => p.Key);

    public static IReadOnlyCollection<string> All => Types.Keys;

    public static string Of(TimelineEvent what) => Names[what.GetType()];

    public static Type TypeOf(string kind) => Types[kind];

    public static bool Knows(string kind) => Types.ContainsKey(kind);

    public static byte[] Write(TimelineEvent what) => JsonSerializer.SerializeToUtf8Bytes(what, what.GetType(), Json.Options);

    public static TimelineEvent Read(string kind, ReadOnlySpan<byte> payload) =>
        (TimelineEvent)JsonSerializer.Deserialize(payload, Types[kind], Json.Options)!;
}
