using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>A new one-time link replaced the old one; the old password and every session ended.</summary>
[EventName("invitation-renewed.1")]
public sealed record InvitationRenewed(Guid Person, [property: Wording] string Name, string LinkHash, DateTimeOffset LinkExpires)
    : TimelineEvent, ILetsInAgain
{
    public override string Sentence() => $"{Name} received a new one-time link.";
}
