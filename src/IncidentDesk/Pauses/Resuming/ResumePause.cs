using FluentValidation;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Resuming;

/// <summary>Ends a pause whose resuming somebody else has approved.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/resume", "Resume, once another person has approved it")]
public sealed record ResumePause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
}

public sealed class ResumePauseValidator : AbstractValidator<ResumePause>
{
    public ResumePauseValidator() => RuleFor(c => c.Key).NotEmpty();
}

internal sealed class ResumePauseHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<ResumePause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ResumePause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, async pause => await db.UnlessReviewsForbid(pause, pause.Resume(
            (await db.Signatory(db.Caller.Id, ct))!,
            pause.Approval is { } approval ? await db.Signatory(approval.Person, ct) : null), clock.GetUtcNow(), ct), ct);
}
