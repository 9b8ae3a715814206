using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

[EventName("token-revoked.1")]
public sealed record TokenRevoked(Guid Token, [property: Wording] string Name) : TimelineEvent, IAboutToken
{
    public override string Sentence() => $"The API token “{Name}” was revoked.";
}
