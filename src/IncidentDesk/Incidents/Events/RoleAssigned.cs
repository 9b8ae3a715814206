using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Somebody took a role on the incident, from its previous holder if there was one.</summary>
[EventName("role-assigned.1")]
public sealed record RoleAssigned(
    IncidentRole Role, Guid Person, [property: Wording] string Name,
    Guid? PreviousPerson = null, [property: Wording] string? PreviousName = null)
    : TimelineEvent
{
    public override string Sentence() => PreviousName is null
        ? $"{Name} took the role of {Role.Word()}." : $"{Name} took over as {Role.Word()} from {PreviousName}.";
}
