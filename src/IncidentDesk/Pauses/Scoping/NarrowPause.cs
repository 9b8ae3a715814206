using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Scoping;

/// <summary>Lets a proposal reach less far. What is in force is narrowed by resuming a part of it, which takes two.</summary>
[Allow(PauseFile.MayPause)]
public sealed record NarrowPause : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public List<PauseTarget> Targets { get; set; } = [];

    /// <summary>How far it reaches, in words anew; as before when left out.</summary>
    public string? Scope { get; set; }
    public string Reason { get; set; } = "";
}

public sealed class NarrowPauseValidator : AbstractValidator<NarrowPause>
{
    public NarrowPauseValidator()
    {
        RuleFor(c => c.Targets).Targets();
        RuleFor(c => c.Targets).Must((c, t) => t is { Count: > 0 } || !string.IsNullOrWhiteSpace(c.Scope)).WithMessage("Name what it shall not reach, or write the scope anew.");
        RuleFor(c => c.Scope!).Line("Say how far it reaches.").When(c => c.Scope is not null);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class NarrowPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<NarrowPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(NarrowPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Narrow(c.Targets, c.Scope.OrNull(), c.Reason.Trim()), ct);
}
