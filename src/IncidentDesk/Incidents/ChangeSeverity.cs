using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Raises or lowers the severity, with a reason that stays in the record.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/incidents/{incident}/severity", "Change the severity")]
public sealed record ChangeSeverity : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public Severity Severity { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class ChangeSeverityValidator : AbstractValidator<ChangeSeverity>
{
    public ChangeSeverityValidator()
    {
        RuleFor(c => c.Severity).IsInEnum();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class ChangeSeverityHandler(DeskDb db, Recorder recorder) : IRequestHandler<ChangeSeverity, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ChangeSeverity c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, incident => incident.Regrade(c.Severity, c.Reason.Trim()), ct);
}
