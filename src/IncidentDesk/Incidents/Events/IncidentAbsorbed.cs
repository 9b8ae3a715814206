using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>The other side of <see cref="IncidentMerged"/>, on the stream of the incident that goes on.</summary>
[EventName("incident-absorbed.1"), Telling]
public sealed record IncidentAbsorbed(int From, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() => $"{Incident.NameOf(From)} was merged into this incident{(Reason is null ? "." : $": {Reason}")}";
}
