using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Scoping;

/// <summary>Lets a proposal reach less far. What is in force is narrowed by resuming a part of it, which takes two.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/narrowing",
    "Narrow the scope of a proposal; a pause in force is resumed in part, by two people")]
public sealed record NarrowPause : PauseScopeChange;

public sealed class NarrowPauseValidator() : PauseScopeChangeValidator<NarrowPause>(
    "Name the targets to remove, or write the new scope.");

internal sealed class NarrowPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<NarrowPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(NarrowPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Narrow(c.Targets, c.Scope.OrNull(), c.Reason.Trim()), ct);
}
