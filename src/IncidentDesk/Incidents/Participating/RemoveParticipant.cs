using FluentValidation;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Participating;

/// <summary>Ends somebody's part in the incident; a private one is hidden from them at once.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/participants/removal", "Remove a participant")]
public sealed record RemoveParticipant : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public Guid Person { get; set; }
    [Lines]
    public string? Reason { get; set; }
}

public sealed class RemoveParticipantValidator : AbstractValidator<RemoveParticipant>
{
    public RemoveParticipantValidator()
    {
        RuleFor(c => c.Person).Chosen();
        RuleFor(c => c.Reason).ReasonIfAny();
    }
}

internal sealed class RemoveParticipantHandler(DeskDb db, Recorder recorder) : IRequestHandler<RemoveParticipant, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(RemoveParticipant c, CancellationToken ct) =>
        db.Decide(recorder, c.Incident, Accepts.EvenClosed, incident => incident.Leave(c.Person, c.Reason.OrNull()), ct);
}
