using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>A task has somebody who does it, or nobody any more.</summary>
[EventName("task-assigned.1")]
public sealed record TaskAssigned(string Task, [property: Wording] string Title, Guid? Assignee, [property: Wording] string? AssigneeName)
    : TimelineEvent
{
    public override string Sentence() => AssigneeName is null ? $"Task unassigned: {Title}" : $"Task assigned to {AssigneeName}: {Title}";
}
