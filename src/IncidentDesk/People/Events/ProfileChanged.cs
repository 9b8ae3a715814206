using IncidentDesk.Record;

namespace IncidentDesk.People.Events;

/// <summary>A person changed how they are called, or the zone in which they read times.</summary>
[EventName("profile-changed.1")]
public sealed record ProfileChanged(Guid Person, [property: Wording] string Name, string Zone) : TimelineEvent, IAboutPerson
{
    public override string Sentence() => $"{Name} reads times in {Zone}.";
}
