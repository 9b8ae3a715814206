using FluentValidation;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People.Deactivating;

/// <summary>Ends what a person may do, their sessions and their tokens, at once. Their name stays in the record.</summary>
[Allow(Roles.Administrator)]
[Api("/api/people/{person}/deactivate", "Deactivate a person; their sessions and tokens end")]
public sealed record DeactivatePerson : ICommand<Position>
{
    public Guid Person { get; set; }
}

public sealed class DeactivatePersonValidator : AbstractValidator<DeactivatePerson>
{
    public DeactivatePersonValidator() => RuleFor(c => c.Person).NotEmpty().WithMessage("Choose a person.");
}

internal sealed class DeactivatePersonHandler(DeskDb db, Recorder recorder, TimeProvider clock, IEnumerable<IKeepsPeople> rooms)
    : IRequestHandler<DeactivatePerson, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(DeactivatePerson c, CancellationToken ct)
    {
        var others = await db.OthersAdministrate(c.Person, clock.GetUtcNow(), ct);
        if (await db.People.FirstOrDefaultAsync(p => p.Id == c.Person && p.Active, ct) is { } leaving)
            foreach (var room in rooms)
                if (await room.WhyNotWithout(db, leaving, ct) is { } why) return why;
        (await db.AccountOf(c.Person, ct)).EndSessions();
        var ended = await db.Decide(recorder, c.Person, person => person.Deactivate(others), ct);
        if (!ended.Done) return ended.Refusal;
        // Revoked, so that none of them lives again when the person comes back.
        return await db.RevokeTokens(recorder, c.Person, ct) ?? ended;
    }
}
