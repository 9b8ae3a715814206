using FluentValidation;
using IncidentDesk.Due;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Rechecking;

/// <summary>Records that the re-check of a pause was missed and that it is still paused; once more a day later. It lifts nothing.</summary>
[AllowSystem]
public sealed record RemindOfRecheck : ICommand<int>
{
    public string Key { get; init; } = "";
}

public sealed class RemindOfRecheckValidator : AbstractValidator<RemindOfRecheck>
{
    public RemindOfRecheckValidator() => RuleFor(c => c.Key).NotEmpty();
}

internal sealed class RemindOfRecheckHandler(DeskDb db, Recorder recorder, TimeProvider clock)
    : IRequestHandler<RemindOfRecheck, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RemindOfRecheck c, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        var pause = await db.Pauses.AsNoTracking().SingleOrDefaultAsync(p => p.Key == c.Key, ct);
        if (pause is null) return new Refusal.NotFound($"pause {c.Key}");
        if (pause.Owed(clock.GetUtcNow()) is not { } owed) return 0;
        var appended = await recorder.Append(Streams.Pause(pause.Key, pause.Incident), ct, owed);
        return appended.Done ? 1 : appended.Refusal;
    }
}

internal sealed class RecheckFallsDue : IFallsDue
{
    public const string Name = "pause-review";

    public string Kind => Name;

    public ICommand<int> Command(DueItem due) => new RemindOfRecheck { Key = due.Key };
}
