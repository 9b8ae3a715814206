using FluentValidation;
using IncidentDesk.Due;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Rechecking;

/// <summary>Records that the review of a pause has passed and that it is still paused; once more a day later. It lifts nothing.</summary>
[AllowSystem]
public sealed record RemindReview : ICommand<int>
{
    public string Key { get; init; } = "";
}

public sealed class RemindReviewValidator : AbstractValidator<RemindReview>
{
    public RemindReviewValidator() => RuleFor(c => c.Key).NotEmpty();
}

internal sealed class RemindReviewHandler(DeskDb db, Recorder recorder, TimeProvider clock) : IRequestHandler<RemindReview, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RemindReview c, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        var pause = await db.Pauses.AsNoTracking().SingleOrDefaultAsync(p => p.Key == c.Key, ct);
        if (pause is null) return new Refusal.NotFound($"pause {c.Key}");
        if (pause.Owed(clock.GetUtcNow()) is not { } owed) return 0;
        var appended = await recorder.Append(Streams.Pause(pause.Key, pause.Incident), ct, owed);
        return appended.Done ? 1 : appended.Refusal;
    }
}

internal sealed class ReviewFallsDue : IFallsDue
{
    public const string Name = "pause-review";

    public string Kind => Name;

    public ICommand<int> Command(DueItem due) => new RemindReview { Key = due.Key };
}
