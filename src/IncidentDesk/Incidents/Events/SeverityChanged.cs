using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

[EventName("severity-changed.1"), Telling]
public sealed record SeverityChanged(Severity From, Severity To, [property: Wording] string Reason) : TimelineEvent
{
    public override string Sentence() => $"{(To < From ? "Raised" : "Lowered")} from {From.Code()} to {To.Code()}: {Reason}";
}
