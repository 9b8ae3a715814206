using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.People.Deactivating;

/// <summary>Lets a person come in again, with their password and roles; their tokens stay revoked.</summary>
[Allow(Roles.Administrator)]
public sealed record ReactivatePerson : ICommand<Position>
{
    public Guid Person { get; set; }
}

public sealed class ReactivatePersonValidator : AbstractValidator<ReactivatePerson>
{
    public ReactivatePersonValidator() => RuleFor(c => c.Person).NotEmpty().WithMessage("Say who.");
}

internal sealed class ReactivatePersonHandler(DeskDb db, Recorder recorder) : IRequestHandler<ReactivatePerson, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ReactivatePerson c, CancellationToken ct) =>
        db.Decide(recorder, c.Person, person => person.Reactivate(), ct);
}
