using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>
/// A person asked for access to a private incident that they are not a participant of. Recorded apart from the incident, and the same
/// way where there is no such number: who asks alone learns nothing.
/// </summary>
[EventName("access-requested.1")]
public sealed record AccessRequested(int Number, [property: Wording] string Reason) : TimelineEvent, IDeskWide
{
    public override string Sentence() => $"Emergency access to {Incident.NameOf(Number)} was requested: {Reason}";
}
