using FluentValidation;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Deactivating;

/// <summary>Lets a person come in again, with their password and roles; their tokens stay revoked.</summary>
[Allow(Roles.Administrator)]
[Api("/api/people/{person}/reactivate", "Reactivate a person")]
public sealed record ReactivatePerson : ICommand<Position>
{
    public Guid Person { get; set; }
}

public sealed class ReactivatePersonValidator : AbstractValidator<ReactivatePerson>
{
    public ReactivatePersonValidator() => RuleFor(c => c.Person).NotEmpty().WithMessage("Choose a person.");
}

internal sealed class ReactivatePersonHandler(DeskDb db, Recorder recorder) : IRequestHandler<ReactivatePerson, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(ReactivatePerson c, CancellationToken ct)
    {
        // Somebody may have been given the name meanwhile.
        if (await db.People.FirstOrDefaultAsync(p => p.Id == c.Person && !p.Active, ct) is { } back
            && await db.NameTaken(back.Name, back.Id, ct) is { } taken) return taken;
        return await db.Decide(recorder, c.Person, person => person.Reactivate(), ct);
    }
}
