using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>The other side of <see cref="IncidentUnmerged"/>, on the stream of the incident that had absorbed it.</summary>
[EventName("incident-released.1"), Telling]
public sealed record IncidentReleased(int Released, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() =>
        $"{Incident.NameOf(Released)} is a separate incident again{(Reason is null ? "." : $": {Reason}")}";
}
