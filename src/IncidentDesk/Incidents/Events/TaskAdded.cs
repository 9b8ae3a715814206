using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

[EventName("task-added.1")]
public sealed record TaskAdded(
    string Task, [property: Wording] string Title, TaskRole? Role, Guid? Assignee,
    [property: Wording] string? AssigneeName, DateTimeOffset? DueAt)
    : TimelineEvent
{
    public override string Sentence() => $"Task added{For}: {Title}{(DueAt is { } due ? $" (due {Instants.Say(due)})" : "")}";

    string For => AssigneeName is { } name ? $" for {name}" : Role is { } role ? $" for {role.Word()}" : "";
}
