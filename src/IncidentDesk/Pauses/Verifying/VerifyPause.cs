using FluentValidation;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using MediatR;

namespace IncidentDesk.Pauses.Verifying;

/// <summary>Puts on record what shows that the thing really stopped.</summary>
[Allow(PauseFile.MayPause)]
public sealed record VerifyPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public VerificationKind Kind { get; set; }

    /// <summary>What was found.</summary>
    public string? Text { get; set; }

    /// <summary>What was looked at: a system, a log, a room.</summary>
    public string? LookedAt { get; set; }

    /// <summary>Where the evidence lies.</summary>
    public string? Evidence { get; set; }

    /// <summary>SHA-256 of the evidence, 64 hexadecimal digits.</summary>
    public string? EvidenceHash { get; set; }

    /// <summary>When it was checked, if that is not now.</summary>
    public DateTimeOffset? HappenedAt { get; set; }
}

public sealed class VerifyPauseValidator : AbstractValidator<VerifyPause>
{
    public VerifyPauseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).Equal(VerificationKind.Check).WithMessage("A check by a person can be recorded here.");
        RuleFor(c => c.Text).NotEmpty().WithMessage("Say what was found, in one sentence.").Prose();
        RuleFor(c => c.LookedAt).NotEmpty().WithMessage("Say what was looked at: a system, a log, a room.");
        RuleFor(c => c.LookedAt).MaximumLength(500).WithMessage("What was looked at has at most 500 characters.");
        RuleFor(c => c.Evidence).MaximumLength(2_000).WithMessage("The place of the evidence has at most 2,000 characters.");
        RuleFor(c => c.EvidenceHash).Must(h => string.IsNullOrWhiteSpace(h) || (h.Trim().Length == 64 && h.Trim().All(char.IsAsciiHexDigit)))
            .WithMessage("A SHA-256 has 64 hexadecimal digits; sha256sum prints it.");
        RuleFor(c => c.HappenedAt).NotInTheFuture(clock);
    }
}

internal sealed class VerifyPauseHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<VerifyPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(VerifyPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Verify(Said(c), c.HappenedAt ?? clock.GetUtcNow()), ct);

    static PauseVerified Said(VerifyPause c) => new(
        c.Key, c.Kind, c.Text!.Trim(), c.LookedAt.OrNull(), c.Evidence.OrNull(), c.EvidenceHash.OrNull()?.ToLowerInvariant(), null, null, false);
}
