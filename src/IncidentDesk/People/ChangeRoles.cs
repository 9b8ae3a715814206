using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People;

/// <summary>Replaces the roles of a person; in force from their next request on.</summary>
[Allow(Roles.Administrator)]
[Api("/api/people/{person}/roles", "Replace the roles of a person")]
public sealed record ChangeRoles : ICommand<Position>
{
    public Guid Person { get; set; }
    public Roles Roles { get; set; }
}

public sealed class ChangeRolesValidator : AbstractValidator<ChangeRoles>
{
    public ChangeRolesValidator()
    {
        RuleFor(c => c.Person).NotEmpty().WithMessage("Choose a person.");
        RuleFor(c => c.Roles).SomeRoles();
    }
}

internal sealed class ChangeRolesHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<ChangeRoles, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(ChangeRoles c, CancellationToken ct)
    {
        var others = await db.OthersAdministrate(c.Person, clock.GetUtcNow(), ct);
        return await db.Decide(recorder, c.Person, person => person.Grant(c.Roles, others), ct);
    }
}
