using IncidentDesk.Pauses;
using IncidentDesk.Storage;

namespace IncidentDesk.Incidents.Overseeing;

/// <summary>Everything that can be late, one method a kind: a feature that sets a time adds its method here and to the list.</summary>
internal static class Overdue
{
    public static async Task<IReadOnlyList<OverdueItem>> List(DeskDb db, DateTimeOffset now, CancellationToken ct)
    {
        OverdueItem[] all = [.. await PauseReviews(db, now, ct)];
        return [.. all.OrderBy(item => item.Due)];
    }

    static async Task<IEnumerable<OverdueItem>> PauseReviews(DeskDb db, DateTimeOffset now, CancellationToken ct) =>
        from pause in await PauseQueries.InForce(db, ct)
        where pause.IsOverdue(now)
        select new OverdueItem($"Review of the pause {pause.Key} ({pause.Target}): overdue, still paused.", pause.ReviewBy, pause.Incident);
}
