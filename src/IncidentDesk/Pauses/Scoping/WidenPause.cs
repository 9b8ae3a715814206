using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Scoping;

/// <summary>Lets a pause reach further; an approval to resume that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
public sealed record WidenPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public List<PauseTarget> Targets { get; set; } = [];

    /// <summary>How far it reaches, in words anew; as before when left out.</summary>
    public string? Scope { get; set; }
    public string Reason { get; set; } = "";
}

public sealed class WidenPauseValidator : AbstractValidator<WidenPause>
{
    public WidenPauseValidator()
    {
        RuleFor(c => c.Targets).Targets();
        RuleFor(c => c.Targets).Must((c, t) => t is { Count: > 0 } || !string.IsNullOrWhiteSpace(c.Scope)).WithMessage("Name what it reaches now, too, or write the scope anew.");
        RuleFor(c => c.Scope!).Line("Say how far it reaches.").When(c => c.Scope is not null);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class WidenPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<WidenPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(WidenPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Widen(c.Targets, c.Scope.OrNull(), c.Reason.Trim()), ct);
}
