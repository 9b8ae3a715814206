using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Moves an incident on by one step or more, or back with a reason; closing has a guard.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/status",
    "Change the status; going back needs a reason, closing needs its checklist settled")]
public sealed record ChangeStatus : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public IncidentStatus Status { get; set; }
    [Lines]
    public string? Reason { get; set; }
}

public sealed class ChangeStatusValidator : AbstractValidator<ChangeStatus>
{
    public ChangeStatusValidator()
    {
        RuleFor(c => c.Status).IsInEnum();
        RuleFor(c => c.Reason).ReasonIfAny();
    }
}

internal sealed class ChangeStatusHandler(DeskDb db, Recorder recorder) : IRequestHandler<ChangeStatus, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ChangeStatus c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, Accepts.EvenClosed, incident => incident.Progress(c.Status, c.Reason.OrNull()), ct);
}
