using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Incidents.Tasks;

public enum TaskState { Open, Done, NotNeeded }

/// <summary>Something to do in one incident, from a playbook or added by hand.</summary>
public sealed record IncidentTask
{
    /// <summary>The playbook's id of the task, or <c>added-1</c>; unique in the incident.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public TaskRole? Role { get; init; }
    public Guid? Assignee { get; init; }
    public string? AssigneeName { get; init; }

    /// <summary>A reminder of our own, UTC; what the law demands stands under the obligations.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Markdown.</summary>
    public string? Detail { get; init; }
    public TaskState State { get; init; }
    public string? SettledBy { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
    public string? Reason { get; init; }

    public bool IsOverdue(DateTimeOffset now) => State is TaskState.Open && DueAt <= now;
}

public static class TaskWords
{
    public static string Word(this TaskState state) => state switch
    {
        TaskState.Open => "open",
        TaskState.Done => "done",
        _ => "not needed",
    };

    public static string Word(this TaskRole role) => role.ToString().ToLowerInvariant();
}
