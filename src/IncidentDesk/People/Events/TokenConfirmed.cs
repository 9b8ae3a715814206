using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>The person for whom a token was made lets it speak for them from now on.</summary>
[EventName("token-confirmed.1")]
public sealed record TokenConfirmed(Guid Token, [property: Wording] string Name) : TimelineEvent, IAboutToken
{
    public override string Sentence() => $"The API token “{Name}” was confirmed by its owner.";
}
