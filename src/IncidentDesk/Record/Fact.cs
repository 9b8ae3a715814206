namespace IncidentDesk.Record;

/// <summary>An event about to be recorded, with what the envelope needs to know.</summary>
public sealed record Fact(TimelineEvent Event)
{
    /// <summary>When it happened, if that is not now.</summary>
    public DateTimeOffset? HappenedAt { get; init; }
    public bool Privileged { get; init; }
    public int? Supersedes { get; init; }

    public static implicit operator Fact(TimelineEvent what) => new(what);
}
