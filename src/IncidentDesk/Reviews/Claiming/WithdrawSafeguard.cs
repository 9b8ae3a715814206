using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Reviews.Claiming;

/// <summary>A safeguard is claimed no longer, or never was; it stays in the register with the reason.</summary>
[Allow(ReviewFile.MayJudge)]
[Api("/api/reviews/{key}/safeguards/withdrawals", "Withdraw a safeguard that is no longer claimed")]
public sealed record WithdrawSafeguard : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public int Safeguard { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class WithdrawSafeguardValidator : AbstractValidator<WithdrawSafeguard>
{
    public WithdrawSafeguardValidator()
    {
        RuleFor(c => c.Safeguard).GreaterThan(0).WithMessage("Give the number of the safeguard, from 1.");
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class WithdrawSafeguardHandler(DeskDb db, Recorder recorder) : IRequestHandler<WithdrawSafeguard, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(WithdrawSafeguard c, CancellationToken ct) =>
        db.DecideSubject(recorder, c.Key, subject => subject.WithdrawSafeguard(c.Safeguard, c.Reason.Trim()), ct);
}
