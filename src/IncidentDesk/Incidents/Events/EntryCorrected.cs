using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>What an earlier entry says, or when it happened, was wrong; the earlier entry stays as it was.</summary>
/// <param name="Position">Of the entry that is corrected, never of another correction.</param>
/// <param name="Text">What it should have said; null when only the time was wrong.</param>
[EventName("entry-corrected.1")]
public sealed record EntryCorrected(
    int Position, [property: Wording] string? Text, DateTimeOffset? HappenedAt, [property: Wording] string Reason) : TimelineEvent
{
    public override string Sentence() => $"Corrected {What} of entry #{Position}: {Reason}";

    string What => this switch
    {
        { Text: not null, HappenedAt: not null } => "the text and the time",
        { Text: not null } => "the text",
        _ => "the time",
    };
}
