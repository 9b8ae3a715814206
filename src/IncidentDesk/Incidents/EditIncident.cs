using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Writes title or summary anew. What is null stays as it is; an empty summary takes it out.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy)]
[Api("/api/incidents/{incident}/description", "Edit the title or summary")]
public sealed record EditIncident : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public string? Title { get; set; }
    [Lines]
    public string? Summary { get; set; }
}

public sealed class EditIncidentValidator : AbstractValidator<EditIncident>
{
    public EditIncidentValidator()
    {
        RuleFor(c => c.Title!).Title().When(c => c.Title is not null);
        RuleFor(c => c.Summary).Prose();
    }
}

internal sealed class EditIncidentHandler(DeskDb db, Recorder recorder) : IRequestHandler<EditIncident, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(EditIncident c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, incident => incident.Describe(c.Title?.Trim(), c.Summary?.Trim()), ct);
}
