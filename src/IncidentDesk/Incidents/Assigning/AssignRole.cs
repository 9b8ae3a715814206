using FluentValidation;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Incidents.Assigning;

/// <summary>Gives somebody a role on the incident; they take it over from its holder and take part from now on.</summary>
[Allow(Roles.Responder | Roles.Privacy | Roles.Leadership)]
[Api("/api/incidents/{incident}/roles", "Assign a role in an incident, or hand it over")]
public sealed record AssignRole : ICommand<Position>, IIncidentCommand
{
    public int Incident { get; set; }
    public IncidentRole Role { get; set; }
    public Guid Person { get; set; }
}

public sealed class AssignRoleValidator : AbstractValidator<AssignRole>
{
    public AssignRoleValidator()
    {
        RuleFor(c => c.Role).IsInEnum();
        RuleFor(c => c.Person).Chosen();
    }
}

internal sealed class AssignRoleHandler(DeskDb db, Recorder recorder, Call call) : IRequestHandler<AssignRole, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(AssignRole c, CancellationToken ct)
    {
        var person = await db.ActivePerson(c.Person, ct);
        if (!person.Done) return person.Refusal;
        return await db.Decide(recorder, c.Incident, incident => incident.Assign(c.Role, person.Value, call.Caller), ct);
    }
}
