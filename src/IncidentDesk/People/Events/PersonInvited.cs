using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>Marks an event that changes one person's row.</summary>
internal interface IAboutPerson : IDeskWide
{
    Guid Person { get; }
}

/// <summary>A person was added; the link lets them set their password, once. Without one they come by API token only.</summary>
[EventName("person-invited.1")]
public sealed record PersonInvited(
    Guid Person, [property: Wording] string Name, [property: Wording] string Email,
    Roles Roles, string? LinkHash = null, DateTimeOffset? LinkExpires = null)
    : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} was invited as {Roles.InWords()}.";
}
