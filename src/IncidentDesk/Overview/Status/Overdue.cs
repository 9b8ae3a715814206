using System.Collections.Immutable;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Status;

/// <summary>Everything that can be late, one method a kind: a feature that sets a time adds its method here and to the list.</summary>
internal static class Overdue
{
    public static async Task<IReadOnlyList<OverdueItem>> List(DeskDb db, DateTimeOffset now, CancellationToken ct) =>
        Of(await PauseQueries.InForce(db, ct), await OpenTasks(db, ct), now);

    /// <summary>The same of what somebody has read already.</summary>
    public static IReadOnlyList<OverdueItem> Of(IEnumerable<Pause> inForce, IEnumerable<(int Incident, ImmutableArray<IncidentTask> Tasks)> open, DateTimeOffset now) =>
        [.. PauseReviews(inForce, now).Concat(Tasks(open, now)).OrderBy(item => item.Due)];

    static IEnumerable<OverdueItem> PauseReviews(IEnumerable<Pause> inForce, DateTimeOffset now) =>
        from pause in inForce
        where pause.IsOverdue(now)
        select new OverdueItem($"Review of the pause {pause.Key} ({pause.Target}){(pause.Reviewer is { } who ? $" by {who.Name}" : "")}: overdue, still paused.", pause.ReviewBy, pause.Incident);

    /// <summary>A drill is left out: being late in it is part of practising.</summary>
    static async Task<IEnumerable<(int, ImmutableArray<IncidentTask>)>> OpenTasks(DeskDb db, CancellationToken ct)
    {
        var open = await db.Incidents.AsNoTracking()
            .Where(i => i.Status != IncidentStatus.Closed && i.MergedInto == null && i.Kind != IncidentKind.Drill)
            .Select(i => new { i.Number, i.Tasks }).ToListAsync(ct);
        return open.Select(i => (i.Number, i.Tasks));
    }

    static IEnumerable<OverdueItem> Tasks(IEnumerable<(int Incident, ImmutableArray<IncidentTask> Tasks)> open, DateTimeOffset now) =>
        from incident in open
        from task in incident.Tasks
        where task.IsOverdue(now)
        select new OverdueItem($"Task for {task.AssigneeName ?? task.Role?.Word() ?? "nobody yet"}: {task.Title}", task.DueAt!.Value, incident.Incident);
}
