using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Assigning;

/// <summary>Takes a role from its holder without giving it to anybody; they keep taking part.</summary>
[Allow(Roles.Responder | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/roles/release", "Release a role in an incident")]
public sealed record ReleaseRole : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public IncidentRole Role { get; set; }
}

public sealed class ReleaseRoleValidator : AbstractValidator<ReleaseRole>
{
    public ReleaseRoleValidator() => RuleFor(c => c.Role).IsInEnum();
}

internal sealed class ReleaseRoleHandler(DeskDb db, Recorder recorder) : IRequestHandler<ReleaseRole, Outcome<Position>>
{
    // Even when closed: whoever leaves a closed private incident has to be freed of their role first.
    public Task<Outcome<Position>> Handle(ReleaseRole c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, Accepts.EvenClosed, incident => incident.Release(c.Role), ct);
}
