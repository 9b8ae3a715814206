using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>Marks an event that changes one token's row.</summary>
internal interface IAboutToken : IDeskWide
{
    Guid Token { get; }
}

/// <summary>A token for machines was made; the record keeps its hash, never the token.</summary>
[EventName("token-issued.1")]
public sealed record TokenIssued(
    Guid Token, Guid Person, [property: Wording] string Name, Roles Roles, string Hash, DateTimeOffset? ExpiresAt)
    : TimelineEvent, IAboutToken
{
    public override string Sentence() => $"The API token “{Name}” was issued for: {Roles.InWords()}.";
}
