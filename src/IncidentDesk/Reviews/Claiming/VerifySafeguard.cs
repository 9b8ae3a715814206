using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Reviews.Claiming;

/// <summary>Records what a check of a safeguard came to.</summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews/{key}/safeguards/checks", "Record the result of checking a safeguard")]
public sealed record VerifySafeguard : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public int Safeguard { get; set; }
    public SafeguardResult Standing { get; set; } = SafeguardResult.Holds;

    /// <summary>What was done to find out, and where that can be read.</summary>
    [Lines]
    public string Evidence { get; set; } = "";

    /// <summary>When it was checked; now when left out.</summary>
    public DateTimeOffset? CheckedAt { get; set; }
}

public sealed class VerifySafeguardValidator : AbstractValidator<VerifySafeguard>
{
    public VerifySafeguardValidator(TimeProvider clock)
    {
        RuleFor(c => c.Safeguard).GreaterThan(0).WithMessage("Give the number of the safeguard, from 1.");
        RuleFor(c => c.Standing).IsInEnum().NotEqual(SafeguardResult.NotVerified)
            .WithMessage("Give the result of the check: holds, does-not-hold or cannot-be-assessed.");
        RuleFor(c => c.Evidence).NotEmpty().WithMessage("Say how it was checked, and where this is documented.")
            .MaximumLength(2_000).WithMessage("The proof has at most 2,000 characters; say where the rest is kept.");
        RuleFor(c => c.CheckedAt).NotInTheFuture(clock);
    }
}

internal sealed class VerifySafeguardHandler(DeskDb db, Recorder recorder) : IRequestHandler<VerifySafeguard, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(VerifySafeguard c, CancellationToken ct) =>
        db.DecideSubject(recorder, c.Key, subject => subject.Verify(c.Safeguard, c.Standing, c.Evidence.Trim(), c.CheckedAt), ct);
}
