using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>A person proved that their device shows the right codes.</summary>
[EventName("authenticator-set-up.1")]
public sealed record AuthenticatorSetUp(Guid Person, [property: Wording] string Name) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} set up an authenticator.";
}
