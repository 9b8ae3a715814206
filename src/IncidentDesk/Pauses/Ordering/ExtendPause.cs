using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Ordering;

/// <summary>Moves the re-check; an approval to resume that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/extensions", "Extend a pause to a later re-check; ends an approval to resume")]
public sealed record ExtendPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";

    /// <summary>The new time by which somebody must look at it again.</summary>
    public DateTimeOffset? ReviewBy { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class ExtendPauseValidator : AbstractValidator<ExtendPause>
{
    public ExtendPauseValidator(TimeProvider clock)
    {
        RuleFor(c => c.ReviewBy).NotNull().WithMessage("Give the time of the next re-check.").RecheckAhead(clock);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class ExtendPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<ExtendPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ExtendPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Extend(c.ReviewBy!.Value, c.Reason.Trim()), ct);
}
