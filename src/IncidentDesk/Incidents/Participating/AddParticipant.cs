using FluentValidation;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Participating;

/// <summary>Makes somebody take part; it is the grant that lets them see a private incident.</summary>
[Allow(Roles.Responder | Roles.Comms | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/participants", "Add a participant")]
public sealed record AddParticipant : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public Guid Person { get; set; }
}

public sealed class AddParticipantValidator : AbstractValidator<AddParticipant>
{
    public AddParticipantValidator() => RuleFor(c => c.Person).Chosen();
}

internal sealed class AddParticipantHandler(DeskDb db, Recorder recorder) : IRequestHandler<AddParticipant, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(AddParticipant c, CancellationToken ct)
    {
        var person = await db.ActivePerson(c.Person, ct);
        if (!person.Done) return person.Refusal;
        return await db.Decide(recorder, c.Incident, Accepts.EvenClosed, incident => incident.Join(person.Value.Id, person.Value.Name), ct);
    }
}
