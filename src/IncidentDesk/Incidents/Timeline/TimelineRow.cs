using System.Text.Json;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>One entry as its reader sees it: what is in force now, or was at the instant asked for.</summary>
public sealed record TimelineRow
{
    public required int Position { get; init; }

    /// <summary>Stored name and version of the event.</summary>
    public required string Kind { get; init; }

    /// <summary>UTC; as corrected.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required string By { get; init; }
    public required string Via { get; init; }

    /// <summary>The sentence, or what somebody wrote; as corrected.</summary>
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> is Markdown that somebody wrote, and can be corrected.</summary>
    public required bool Written { get; init; }
    public bool Privileged { get; init; }

    /// <summary>Position of the entry that this one corrects or redacts.</summary>
    public int? Supersedes { get; init; }

    /// <summary>Position of the latest correction.</summary>
    public int? CorrectedBy { get; init; }

    /// <summary>Position of the latest redaction.</summary>
    public int? RedactedBy { get; init; }

    /// <summary>What stood here before it was corrected.</summary>
    public BeforeCorrection? Before { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The event as recorded, if it was asked for.</summary>
    public JsonElement? Payload { get; init; }
}

/// <summary>An entry's own text and time, which a correction has replaced for readers.</summary>
public sealed record BeforeCorrection(string Text, DateTimeOffset HappenedAt);

/// <summary>A part of a timeline, and where the next part begins; null at the end.</summary>
public sealed record TimelinePage(IReadOnlyList<TimelineRow> Items, string? Next);
