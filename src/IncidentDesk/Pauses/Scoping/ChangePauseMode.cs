using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Scoping;

/// <summary>Stops it in another way; an approval to resume that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/mode", "Change how it is stopped; ends an approval to resume")]
public sealed record ChangePauseMode : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public PauseMode Mode { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class ChangePauseModeValidator : AbstractValidator<ChangePauseMode>
{
    public ChangePauseModeValidator()
    {
        RuleFor(c => c.Mode).IsInEnum();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class ChangePauseModeHandler(DeskDb db, Recorder recorder) : IRequestHandler<ChangePauseMode, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ChangePauseMode c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.ChangeMode(c.Mode, c.Reason.Trim()), ct);
}
