using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>
/// The incident moved on, or back with a reason. Reaching resolved sets that milestone if it is unset;
/// stepping back before it unsets it.
/// </summary>
[EventName("status-changed.1"), Telling]
public sealed record StatusChanged(IncidentStatus From, IncidentStatus To, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() =>
        $"Status {(To > From ? "changed" : "moved back")} from {From.Word()} to {To.Word()}{(Reason is null ? "." : $": {Reason}")}";
}
