using FluentValidation;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Reviews;

/// <summary>Says that a review counts no more; it stays in the register with the reason.</summary>
[Allow(ReviewFile.MayJudge)]
[Api("/api/reviews/{key}/withdrawals", "Withdraw a review")]
public sealed record WithdrawReview : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public int Review { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class WithdrawReviewValidator : AbstractValidator<WithdrawReview>
{
    public WithdrawReviewValidator()
    {
        RuleFor(c => c.Review).GreaterThan(0).WithMessage("Give the number of the review, from 1.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class WithdrawReviewHandler(DeskDb db, Recorder recorder) : IRequestHandler<WithdrawReview, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(WithdrawReview c, CancellationToken ct) =>
        db.DecideSubject(recorder, c.Key, subject => subject.Withdraw(c.Review, c.Reason.Trim()), ct);
}
