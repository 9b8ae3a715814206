using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Two people opened a private incident past its participants; one of them is a participant from now on.</summary>
[EventName("emergency-access-given.1"), Telling]
public sealed record EmergencyAccessGiven(
    Guid Person, [property: Wording] string Name, Guid AgreedBy, [property: Wording] string AgreedByName, [property: Wording] string Reason)
    : TimelineEvent
{
    public override string Sentence() => $"{Name} received emergency access; {AgreedByName} agreed. Reason: {Reason}";
}
