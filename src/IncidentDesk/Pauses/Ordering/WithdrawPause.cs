using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Ordering;

/// <summary>Takes back a proposal that was never ordered.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/withdrawal", "Withdraw a proposal that was never ordered")]
public sealed record WithdrawPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class WithdrawPauseValidator : AbstractValidator<WithdrawPause>
{
    public WithdrawPauseValidator() => RuleFor(c => c.Reason).Reason();
}

internal sealed class WithdrawPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<WithdrawPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(WithdrawPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Withdraw(c.Reason.Trim()), ct);
}
