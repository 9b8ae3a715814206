using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>The person may come in again.</summary>
[EventName("person-reactivated.1")]
public sealed record PersonReactivated(Guid Person, [property: Wording] string Name) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} was reactivated.";
}
