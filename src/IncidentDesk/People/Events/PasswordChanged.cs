using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>A person chose a new password.</summary>
[EventName("password-changed.1")]
public sealed record PasswordChanged(Guid Person, [property: Wording] string Name) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} chose a new password.";
}
