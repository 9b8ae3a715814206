using FluentValidation;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Rechecking;

/// <summary>
/// Records of each pause whose review has passed that it is overdue and still paused. The desk sends it to itself; whoever else
/// did would bring about nothing that is not due, and several nodes that send it at once record each only once.
/// </summary>
[AllowAnyone]
public sealed record RemindReviews : ICommand<int>;

public sealed class RemindReviewsValidator : AbstractValidator<RemindReviews>;

internal sealed class RemindReviewsHandler(DeskDb db, Recorder recorder, Call call, TimeProvider clock) : IRequestHandler<RemindReviews, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RemindReviews c, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        var now = clock.GetUtcNow();
        var overdue = await db.Pauses.AsNoTracking().Where(p => PauseFile.InForce.Contains(p.State) && p.ReviewBy <= now).OrderBy(p => p.Key).ToListAsync(ct);
        var owed = overdue.Where(p => p.Owed(now) is not null).ToList();
        call.Caller = new(Guid.Empty, "The desk", Roles.None, "desk");
        foreach (var pause in owed)
            if ((await recorder.Append(Streams.Pause(pause.Key, pause.Incident), ct, pause.Owed(now)!)).Refusal is { } refusal) return refusal;
        return owed.Count;
    }
}
