using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Reviews.Claiming;

/// <summary>Says anew whom a safeguard covers; a check made before counts no more.</summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews/{key}/safeguards/coverage", "Change whom a safeguard covers")]
public sealed record ReviseSafeguard : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public int Safeguard { get; set; }
    public List<string> Covered { get; set; } = [];
    public List<string> NotCovered { get; set; } = [];
    public List<string> NotKnown { get; set; } = [];
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class ReviseSafeguardValidator : AbstractValidator<ReviseSafeguard>
{
    public ReviseSafeguardValidator()
    {
        RuleFor(c => c.Safeguard).GreaterThan(0).WithMessage("Give the number of the safeguard, from 1.");
        RuleFor(c => c.Covered).Groups();
        RuleFor(c => c.NotCovered).Groups();
        RuleFor(c => c.NotKnown).Groups();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class ReviseSafeguardHandler(DeskDb db, Recorder recorder) : IRequestHandler<ReviseSafeguard, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ReviseSafeguard c, CancellationToken ct) => db.DecideSubject(recorder, c.Key, subject =>
        subject.Revise(c.Safeguard, CoveredGroups.Of(c.Covered, c.NotCovered, c.NotKnown), c.Reason.Trim()), ct);
}
