using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Somebody takes no part any more; a private incident is hidden from them from now on.</summary>
[EventName("participant-removed.1")]
public sealed record ParticipantRemoved(Guid Person, [property: Wording] string Name, [property: Wording] string? Reason = null)
    : TimelineEvent
{
    public override string Sentence() => $"{Name} was removed as a participant{(Reason is null ? "." : $": {Reason}")}";
}
