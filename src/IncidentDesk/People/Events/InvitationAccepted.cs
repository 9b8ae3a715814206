using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>A person used their one-time link and set a password. The first administrator gives their name and address here.</summary>
[EventName("invitation-accepted.1")]
public sealed record InvitationAccepted(
    Guid Person, [property: Wording] string Name, [property: Wording] string Email, string Zone) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} set a password.";
}
