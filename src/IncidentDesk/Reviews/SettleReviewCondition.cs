using FluentValidation;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Reviews;

/// <summary>
/// Says of a condition of a review that it is met, with evidence, or open again. Pauses that took it
/// over follow in the same transaction.
/// </summary>
[Allow(ReviewFile.MayJudge)]
[Api("/api/reviews/{key}/conditions", "Mark a condition of a review met or open")]
public sealed record SettleReviewCondition : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public int Review { get; set; }

    /// <summary>Its number within the review, from 1.</summary>
    public int Condition { get; set; }
    public bool Met { get; set; } = true;

    /// <summary>What shows that it is met.</summary>
    [Lines]
    public string? Evidence { get; set; }

    /// <summary>Why it is open again.</summary>
    [Lines]
    public string? Reason { get; set; }
}

public sealed class SettleReviewConditionValidator : AbstractValidator<SettleReviewCondition>
{
    public SettleReviewConditionValidator()
    {
        RuleFor(c => c.Review).GreaterThan(0).WithMessage("Give the number of the review, from 1.");
        RuleFor(c => c.Condition).GreaterThan(0).WithMessage("Give the number of the condition, from 1.");
        RuleFor(c => c.Evidence).Must((c, e) => !c.Met || !string.IsNullOrWhiteSpace(e))
            .WithMessage("Give the proof that it is met: what was done, by whom, and where this is documented.")
            .MaximumLength(2_000).WithMessage("The proof has at most 2,000 characters; say where the rest is kept.");
        RuleFor(c => c.Reason).Must((c, r) => c.Met || !string.IsNullOrWhiteSpace(r))
            .WithMessage("Give the reason in one sentence; it becomes part of the record.").ReasonIfAny();
    }
}

internal sealed class SettleReviewConditionHandler(DeskDb db, Recorder recorder) : IRequestHandler<SettleReviewCondition, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(SettleReviewCondition c, CancellationToken ct) => db.DecideSubject(recorder, c.Key, subject =>
        subject.Settle(c.Review, c.Condition, c.Met, c.Met ? c.Evidence.OrNull() : null, c.Met ? null : c.Reason.OrNull()), ct);
}
