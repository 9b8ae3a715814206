using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Says when it started, was detected, declared or resolved. What contradicts itself is taken and shown, never repaired.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/milestones", "Set when it started, was detected, declared or resolved")]
public sealed record SetMilestone : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public Milestone Milestone { get; set; }
    public DateTimeOffset? At { get; set; }
    [Lines]
    public string? Reason { get; set; }
}

public sealed class SetMilestoneValidator : AbstractValidator<SetMilestone>
{
    public SetMilestoneValidator(TimeProvider clock)
    {
        RuleFor(c => c.Milestone).IsInEnum();
        RuleFor(c => c.At).NotNull().WithMessage("Give the time. If it is not known yet, leave the milestone as it is.");
        RuleFor(c => c.At).NotInTheFuture(clock);
        RuleFor(c => c.Reason).ReasonIfAny();
    }
}

internal sealed class SetMilestoneHandler(DeskDb db, Recorder recorder) : IRequestHandler<SetMilestone, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(SetMilestone c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, Accepts.EvenClosed, incident => incident.Date(c.Milestone, c.At!.Value, c.Reason.OrNull()), ct);
}
