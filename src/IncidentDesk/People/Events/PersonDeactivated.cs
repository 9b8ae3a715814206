using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>Nothing is accepted from this person any more; their name stays in the record.</summary>
[EventName("person-deactivated.1")]
public sealed record PersonDeactivated(Guid Person, [property: Wording] string Name) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} was deactivated.";
}
