namespace IncidentDesk.Record;

/// <summary>A fact, immutable. Who recorded it and when stands in the <see cref="Entry"/> around it.</summary>
public abstract record TimelineEvent
{
    /// <summary>The fact as one sentence for the reader; made when read, never stored.</summary>
    public abstract string Sentence();
}

/// <summary>The name under which an event is stored for ever, with the version of its shape: <c>pause-ordered.1</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Free text somebody wrote; it may hold personal data and can be redacted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordingAttribute : Attribute;

/// <summary>Somebody who looks in once a day wants to know of it: shown under "what changed" on the status view.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TellingAttribute : Attribute;
