using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>On the machine of the desk a one-time link was made for an administrator, past everybody who administrates it.</summary>
[EventName("administrator-link-made.1")]
public sealed record AdministratorLinkMade(Guid Person, [property: Wording] string Name) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"A one-time link for {Name}, as an administrator, was created on the machine of this desk.";
}
