using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>
/// An administrator created a new link for a participant, or removed their authenticator. Whoever did that could sign in as them, so
/// the other participants of a private incident see it.
/// </summary>
[EventName("credentials-renewed.1"), Telling]
public sealed record CredentialsRenewed(Guid Person, [property: Wording] string Name) : TimelineEvent
{
    public override string Sentence() =>
        $"New credentials were created for {Name}, a participant of this private incident. Check with them that they asked for it.";
}
