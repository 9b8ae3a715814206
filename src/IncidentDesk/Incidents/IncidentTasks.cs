using System.Collections.Immutable;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.People;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents;

/// <summary>What there is to do, and who does it.</summary>
public sealed partial record Incident
{
    /// <summary>The playbook that was taken up at the declaration, by its id.</summary>
    public string? Playbook { get; init; }
    public ImmutableArray<IncidentTask> Tasks { get; init; } = [];

    internal Outcome<Fact> AddTask(string title, TaskRole? role, Person? assignee, DateTimeOffset? dueAt) =>
        CannotSee(assignee) is { } refusal
            ? refusal : (Fact)new TaskAdded(NextTask(), title, role, assignee?.Id, assignee?.Name, dueAt);

    internal Outcome<Fact> AssignTask(string id, Person? assignee)
    {
        if (CannotSee(assignee) is { } refusal) return refusal;
        if (Task(id) is not { } task) return NoTask(id);
        return task.Assignee == assignee?.Id
            ? new TaskAssignedSo(task.Title, assignee?.Name ?? "nobody")
            : (Fact)new TaskAssigned(id, task.Title, assignee?.Id, assignee?.Name);
    }

    internal Outcome<Fact> SettleTask(string id, TaskState to, string? reason)
    {
        if (Task(id) is not { } task) return NoTask(id);
        return task.State == to ? new TaskIsSo(task.Title, to.Word()) : (Fact)new TaskSettled(id, task.Title, to, reason);
    }

    Incident With(TasksInstantiated e) => this with
    {
        Playbook = e.Playbook,
        Tasks = [.. e.Tasks.Select(
            t => new IncidentTask { Id = t.Id, Title = t.Title, Role = t.Role, DueAt = t.DueAt, Detail = t.Detail })],
    };

    Incident With(TaskAdded e) => this with
    {
        Tasks = Tasks.Add(
            new() { Id = e.Task, Title = e.Title, Role = e.Role, Assignee = e.Assignee, AssigneeName = e.AssigneeName, DueAt = e.DueAt }),
    };

    Incident With(TaskAssigned e) => WithTask(e.Task, task => task with { Assignee = e.Assignee, AssigneeName = e.AssigneeName });

    Incident With(TaskSettled e, Recorded by) => WithTask(e.Task, task => e.State is TaskState.Open
        ? task with { State = TaskState.Open, SettledBy = null, SettledAt = null, Reason = e.Reason }
        : task with { State = e.State, SettledBy = by.Entry.RecordedByName, SettledAt = by.At, Reason = e.Reason });

    Incident WithTask(string id, Func<IncidentTask, IncidentTask> change) =>
        this with { Tasks = [.. Tasks.Select(t => t.Id == id ? change(t) : t)] };

    IncidentTask? Task(string id) => Tasks.FirstOrDefault(t => t.Id == id);

    /// <summary>Playbooks may use any slug, so a free one is looked for.</summary>
    string NextTask() => Enumerable.Range(1, int.MaxValue).Select(n => $"added-{n}").First(id => Task(id) is null);

    AssigneeTakesNoPart? CannotSee(Person? assignee) =>
        assignee is null || Visibility is Visibility.Open || Participants.Any(p => p.Person == assignee.Id)
            ? null : new AssigneeTakesNoPart(assignee.Name);

    Refusal.NotFound NoTask(string id) => new($"task {id} on {Name}");

    /// <summary>The task is in that state already.</summary>
    public sealed record TaskIsSo(string Title, string State)
        : Refusal.Rule($"Nothing was saved. The task \"{Title}\" is already {State}.");

    /// <summary>The task has that assignee already.</summary>
    public sealed record TaskAssignedSo(string Title, string Assignee)
        : Refusal.Rule($"Nothing was saved. The task \"{Title}\" is already assigned to {Assignee}; choose another person.");

    /// <summary>A task nobody can open is a task nobody does.</summary>
    public sealed record AssigneeTakesNoPart(string Person)
        : Refusal.Rule($"Nothing was saved. {Person} is not a participant of this private "
            + "incident and could not see the task. Add them as a participant first.");
}
