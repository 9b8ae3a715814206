using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>The merge was undone: the incident stands on its own again, as it stood before.</summary>
[EventName("incident-unmerged.1"), Telling]
public sealed record IncidentUnmerged(int From, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() => $"No longer merged into {Incident.NameOf(From)}{(Reason is null ? "." : $": {Reason}")}";
}
