using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Tasks;

/// <summary>Says that a task is done, is not needed, or is open again.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/tasks/{task}/state", "Mark a task done, not needed or open again")]
public sealed record SettleTask : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public string Task { get; set; } = "";
    public TaskState State { get; set; } = TaskState.Done;

    /// <summary>Why it is not needed; welcome with the other two.</summary>
    [Lines]
    public string? Reason { get; set; }
}

public sealed class SettleTaskValidator : AbstractValidator<SettleTask>
{
    public SettleTaskValidator()
    {
        RuleFor(c => c.Task).NotEmpty().WithMessage("Name the task.");
        RuleFor(c => c.State).IsInEnum();
        RuleFor(c => c.Reason).NotEmpty().When(c => c.State is TaskState.NotNeeded)
            .WithMessage("Say why it is not needed; the reason becomes part of the record.");
        RuleFor(c => c.Reason).MaximumLength(2_000).WithMessage("A reason has at most 2,000 characters.");
    }
}

internal sealed class SettleTaskHandler(DeskDb db, Recorder recorder) : IRequestHandler<SettleTask, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(SettleTask c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, incident => incident.SettleTask(c.Task, c.State, c.Reason.OrNull()), ct);
}
