using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Somebody takes part; on a private incident they can see it from now on.</summary>
[EventName("participant-added.1")]
public sealed record ParticipantAdded(Guid Person, [property: Wording] string Name) : TimelineEvent
{
    public override string Sentence() => $"{Name} takes part.";
}
