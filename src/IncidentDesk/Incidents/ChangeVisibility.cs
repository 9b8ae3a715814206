using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents;

/// <summary>Hides an incident from everybody but its participants, or opens it to the whole desk.</summary>
[Allow(Roles.Responder | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/visibility", "Make it private to its participants, or open to everyone")]
public sealed record ChangeVisibility : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public Visibility Visibility { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class ChangeVisibilityValidator : AbstractValidator<ChangeVisibility>
{
    public ChangeVisibilityValidator()
    {
        RuleFor(c => c.Visibility).IsInEnum();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class ChangeVisibilityHandler(DeskDb db, Recorder recorder) : IRequestHandler<ChangeVisibility, Outcome<Position>>
{
    // Even when closed: what must not be read by everybody must not wait for a status.
    public Task<Outcome<Position>> Handle(ChangeVisibility c, CancellationToken ct) => db.Decide(
        recorder, c.Incident, Accepts.EvenClosed, incident => incident.Show(c.Visibility, c.Reason.Trim(), db.Caller.Id), ct);
}
