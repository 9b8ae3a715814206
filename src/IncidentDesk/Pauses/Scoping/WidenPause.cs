using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Scoping;

/// <summary>Lets a pause reach further; an approval to resume that stood until then is gone.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/widening", "Widen the scope of a pause; ends an approval to resume")]
public sealed record WidenPause : PauseScopeChange;

public sealed class WidenPauseValidator() : PauseScopeChangeValidator<WidenPause>(
    "Name the targets to add, or write the new scope.");

internal sealed class WidenPauseHandler(DeskDb db, Recorder recorder) : IRequestHandler<WidenPause, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(WidenPause c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.Widen(c.Targets, c.Scope.OrNull(), c.Reason.Trim()), ct);
}
