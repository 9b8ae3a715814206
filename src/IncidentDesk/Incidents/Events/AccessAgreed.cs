using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>A second person agreed, and the incident was opened.</summary>
/// <param name="Request">Position of the request in this stream.</param>
/// <param name="Number">Of the incident.</param>
[EventName("access-agreed.1")]
public sealed record AccessAgreed(int Request, int Number) : TimelineEvent, IDeskWide
{
    public override string Sentence() => $"Emergency access to {Incident.NameOf(Number)} was agreed to (request {Request}).";
}
