using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>Says of one condition that it is met, waived, or open again; an approval to resume that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/conditions", "Mark a condition met, waived or open again; ends an approval to resume")]
public sealed record SettleCondition : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";

    /// <summary>Its number within the pause, from 1.</summary>
    public int Condition { get; set; }
    public ConditionState State { get; set; } = ConditionState.Met;

    /// <summary>What shows that it is met.</summary>
    [Lines]
    public string? Evidence { get; set; }

    /// <summary>Why it is waived, or open again.</summary>
    [Lines]
    public string? Reason { get; set; }
}

public sealed class SettleConditionValidator : AbstractValidator<SettleCondition>
{
    public SettleConditionValidator()
    {
        RuleFor(c => c.Condition).GreaterThan(0).WithMessage("Give the number of the condition, from 1.");
        RuleFor(c => c.State).IsInEnum();
        RuleFor(c => c.Evidence).Must((c, e) => c.State is not ConditionState.Met || !string.IsNullOrWhiteSpace(e))
            .WithMessage("Give the proof that it is met: what was done, by whom, and where this is documented.")
            .MaximumLength(2_000).WithMessage("The proof has at most 2,000 characters; say where the rest is kept.");
        RuleFor(c => c.Reason).Must((c, r) => c.State is ConditionState.Met || !string.IsNullOrWhiteSpace(r))
            .WithMessage("Give the reason in one sentence; it becomes part of the record.").ReasonIfAny();
    }
}

internal sealed class SettleConditionHandler(DeskDb db, Recorder recorder) : IRequestHandler<SettleCondition, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(SettleCondition c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, async pause => pause.Settle(c.Condition, c.State,
            c.State is ConditionState.Met ? c.Evidence.OrNull() : null, c.Reason.OrNull(), db.Caller.Roles,
            pause.Conditions.FirstOrDefault(x => x.Number == c.Condition)?.TakenFrom is { } from && !await db.IsMet(from, ct)), ct);
}
