using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>This incident was found to be the same as another; its number keeps answering.</summary>
[EventName("incident-merged.1"), Telling]
public sealed record IncidentMerged(int Into, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() => $"Merged into {Incident.NameOf(Into)}{(Reason is null ? "." : $": {Reason}")}";
}
