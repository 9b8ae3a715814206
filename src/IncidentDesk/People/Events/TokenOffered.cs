using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>An administrator made a token for somebody else; it opens nothing until that person confirms it.</summary>
[EventName("token-offered.1")]
public sealed record TokenOffered(
    Guid Token, Guid Person, [property: Wording] string Name, Roles Roles, string Hash, DateTimeOffset? ExpiresAt)
    : TimelineEvent, IAboutToken
{
    public override string Sentence() =>
        $"The API token “{Name}” for {Roles.InWords()} was made and waits for its owner to confirm it.";
}
