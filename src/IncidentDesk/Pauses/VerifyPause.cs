using FluentValidation;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

/// <summary>Puts on record what shows that the thing really stopped.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/verifications", "Record the proof that it stopped")]
public sealed record VerifyPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public VerificationKind Kind { get; set; }

    /// <summary>What was found.</summary>
    [Lines]
    public string? Text { get; set; }

    /// <summary>What was looked at: a system, a log, a room.</summary>
    public string? LookedAt { get; set; }

    /// <summary>Where the evidence lies.</summary>
    [Lines]
    public string? Evidence { get; set; }

    /// <summary>SHA-256 of the evidence, 64 hexadecimal digits.</summary>
    public string? EvidenceHash { get; set; }

    /// <summary>For silence: the period in which none of the named sources was heard.</summary>
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }

    /// <summary>For clients that asked: why it is shown all the same, although some that are known have not asked since.</summary>
    [Lines]
    public string? AcceptSilent { get; set; }

    /// <summary>When it was checked, if that is not now.</summary>
    public DateTimeOffset? HappenedAt { get; set; }
}

public sealed class VerifyPauseValidator : AbstractValidator<VerifyPause>
{
    public VerifyPauseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).IsInEnum()
            .WithMessage("Choose the proof: a check by a person, the silence of the sources, or the clients that asked.");
        RuleFor(c => c.AcceptSilent).ReasonIfAny();
        RuleFor(c => c.Text).NotEmpty().When(c => c.Kind is VerificationKind.Check).WithMessage("Say what was found, in one sentence.");
        RuleFor(c => c.Text).Prose();
        RuleFor(c => c.LookedAt).NotEmpty().When(c => c.Kind is VerificationKind.Check)
            .WithMessage("Say what was checked: a system, a log, a room.");
        RuleFor(c => c.From).NotNull().When(c => c.Kind is VerificationKind.Silence).WithMessage("Say from when the sources were silent.");
        RuleFor(c => c.To).NotNull().When(c => c.Kind is VerificationKind.Silence).WithMessage("Say until when the sources were silent.");
        RuleFor(c => c.To).NotInTheFuture(clock).Must((c, to) => to is null || c.From is null || to > c.From)
            .WithMessage("The period ends before it begins.");
        RuleFor(c => c.LookedAt).MaximumLength(500).WithMessage("What was checked has at most 500 characters.");
        RuleFor(c => c.Evidence).MaximumLength(2_000).WithMessage("The proof has at most 2,000 characters.");
        RuleFor(c => c.EvidenceHash)
            .Must(h => string.IsNullOrWhiteSpace(h) || (h.Trim().Length == 64 && h.Trim().All(char.IsAsciiHexDigit)))
            .WithMessage("A SHA-256 has 64 hexadecimal digits; sha256sum prints it.");
        RuleFor(c => c.HappenedAt).NotInTheFuture(clock);
    }
}

internal sealed class VerifyPauseHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<VerifyPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(VerifyPause c, CancellationToken ct) => db.DecidePause(recorder, c.Key, async pause =>
    {
        if (c.Kind is VerificationKind.Asks)
            return pause.VerifyByAsks(await AskQueries.Of(db, pause, ct), c.AcceptSilent.OrNull(), c.Text.OrNull(), clock.GetUtcNow());
        if (c.Kind is VerificationKind.Check) return pause.Verify(Said(c, c.Text!.Trim()), c.HappenedAt ?? clock.GetUtcNow());
        if (pause.Heartbeats.IsEmpty) return new Pause.NoHeartbeats(c.Key);
        var heard = await Heard(pause, c.From!.Value, c.To!.Value, ct);
        return heard.Count > 0
            ? new Pause.NotSilent(c.Key, string.Join(", ", heard))
            : pause.Verify(Said(c, c.Text.OrNull() ?? $"None of these sources sent anything: {string.Join(", ", pause.Heartbeats)}.") with
            {
                From = c.From, To = c.To
            }, c.To.Value);
    }, ct);

    /// <summary>Which of the sources were heard in the period; one that began before its end and went on behind its start counts.</summary>
    Task<List<string>> Heard(Pause pause, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var sources = pause.Heartbeats.ToList();
        return db.Set<PauseSighting>()
            .Where(s => s.PauseKey == pause.Key && sources.Contains(s.Source) && s.LastAt >= from && s.FirstAt <= to)
            .Select(s => s.Source).Distinct().OrderBy(s => s).ToListAsync(ct);
    }

    static PauseVerified Said(VerifyPause c, string found) => new(
        c.Key, c.Kind, found, c.LookedAt.OrNull(), c.Evidence.OrNull(), c.EvidenceHash.OrNull()?.ToLowerInvariant(), null, null, false);
}
