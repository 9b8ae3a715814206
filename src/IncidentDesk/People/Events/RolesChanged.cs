using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>From now on these roles are in force.</summary>
[EventName("roles-changed.1")]
public sealed record RolesChanged(Guid Person, [property: Wording] string Name, Roles From, Roles To) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} is now: {To.InWords()} (before: {From.InWords()}).";
}
