using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Tasks;

/// <summary>Says who does a task; without a person it belongs to nobody again.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
public sealed record AssignTask : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public string Task { get; set; } = "";
    public Guid? Assignee { get; set; }
}

public sealed class AssignTaskValidator : AbstractValidator<AssignTask>
{
    public AssignTaskValidator() => RuleFor(c => c.Task).NotEmpty().WithMessage("Say which task.");
}

internal sealed class AssignTaskHandler(DeskDb db, Recorder recorder) : IRequestHandler<AssignTask, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(AssignTask c, CancellationToken ct)
    {
        var assignee = await db.Assignee(c.Assignee, ct);
        return assignee.Refusal ?? await db.Decide(recorder, c.Incident, incident => incident.AssignTask(c.Task, assignee.Person), ct);
    }
}
