using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Pauses.Sighting;

/// <summary>Names the sources that send while it runs, and so must be silent while it is paused; replaces those named before.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/heartbeats", "Set the sources that must stay silent during a pause")]
public sealed record NameHeartbeats : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public List<string> Sources { get; set; } = [];
}

public sealed class NameHeartbeatsValidator : AbstractValidator<NameHeartbeats>
{
    public NameHeartbeatsValidator()
    {
        RuleFor(c => c.Sources).Must(s => s is { Count: > 0 and <= 50 }).WithMessage("Name 1 to 50 sources, as they report themselves.");
        RuleForEach(c => c.Sources).Line("Name the source as it reports itself.").MaximumLength(200);
    }
}

internal sealed class NameHeartbeatsHandler(DeskDb db, Recorder recorder) : IRequestHandler<NameHeartbeats, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(NameHeartbeats c, CancellationToken ct) =>
        db.DecidePause(recorder, c.Key, pause => pause.NameHeartbeats(c.Sources), ct);
}
