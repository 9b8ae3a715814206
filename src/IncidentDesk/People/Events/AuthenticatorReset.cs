using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>
/// An administrator took the authenticator away, because the device is lost; the person sets up
/// another one at the next sign-in.
/// </summary>
[EventName("authenticator-reset.1")]
public sealed record AuthenticatorReset(Guid Person, [property: Wording] string Name) : TimelineEvent, ILetsInAgain
{
    public override string Sentence() => $"The authenticator of {Name} was reset.";
}
