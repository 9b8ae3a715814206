using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Somebody gave up a role and nobody has taken it yet.</summary>
[EventName("role-released.1")]
public sealed record RoleReleased(IncidentRole Role, Guid Person, [property: Wording] string Name) : TimelineEvent
{
    public override string Sentence() => $"{Name} gave up the role of {Role.Word()}; it is now unassigned.";
}
