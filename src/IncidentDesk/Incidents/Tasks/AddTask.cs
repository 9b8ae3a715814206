using FluentValidation;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Tasks;

/// <summary>Adds something to do that no playbook thought of.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/tasks", "Add a task")]
public sealed record AddTask : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public string Title { get; set; } = "";
    public TaskRole? Role { get; set; }

    /// <summary>Identity of the person who does it.</summary>
    public Guid? Assignee { get; set; }
    public DateTimeOffset? DueAt { get; set; }
}

public sealed class AddTaskValidator : AbstractValidator<AddTask>
{
    public AddTaskValidator()
    {
        RuleFor(c => c.Title).Title();
        RuleFor(c => c.Role).IsInEnum();
    }
}

internal sealed class AddTaskHandler(DeskDb db, Recorder recorder) : IRequestHandler<AddTask, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(AddTask c, CancellationToken ct)
    {
        var assignee = await db.Assignee(c.Assignee, ct);
        return assignee.Refusal ?? await db.Decide(recorder, c.Incident,
            incident => incident.AddTask(c.Title.Trim(), c.Role, assignee.Person, c.DueAt), ct);
    }
}
