using System.Collections.Immutable;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>The tasks of a playbook, as the file said them at that time.</summary>
[EventName("tasks-instantiated.1")]
public sealed record TasksInstantiated(string Playbook, string Name, ImmutableArray<PlannedTask> Tasks) : TimelineEvent
{
    public override string Sentence() => $"Playbook “{Name}” taken up: {(Tasks.Length == 1 ? "1 task" : $"{Tasks.Length} tasks")}.";
}

/// <param name="DueAt">Null where counting from the declaration makes no sense, as in a backfill.</param>
public sealed record PlannedTask(string Id, string Title, TaskRole Role, DateTimeOffset? DueAt, string? Detail);
