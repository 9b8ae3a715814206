using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Pauses;

namespace IncidentDesk.Overview.Status;

/// <summary>Everything that can be late, one method a kind: a feature that sets a time adds its method here and to the list.</summary>
internal static class Overdue
{
    /// <summary>Of what is in force and open at that instant, the longest overdue first.</summary>
    public static IReadOnlyList<OverdueItem> Of(IEnumerable<Pause> inForce, IReadOnlyList<Incident> open, DateTimeOffset at) =>
        [.. PauseReviews(inForce, at).Concat(Tasks(open, at)).Concat(Commands(open)).OrderBy(item => item.Due)];

    static IEnumerable<OverdueItem> PauseReviews(IEnumerable<Pause> inForce, DateTimeOffset at) =>
        from pause in inForce
        where pause.IsOverdue(at)
        select new OverdueItem($"Re-check of the pause {pause.Key} "
            + $"({pause.Target}){(pause.Reviewer is { } who ? $" by {who.Name}" : "")}: overdue, still paused.",
            pause.ReviewBy, pause.Incident);

    /// <summary>Somebody has to take over from a commander whose account is closed.</summary>
    static IEnumerable<OverdueItem> Commands(IEnumerable<Incident> open) =>
        from incident in open
        where incident.Kind is not IncidentKind.Drill
        let held = incident.Holder(IncidentRole.Commander)
        where held?.ClosedAt is not null
        select new OverdueItem($"A new commander for {incident.Name}: {held.Shown}", held.ClosedAt!.Value, incident.Number);

    /// <summary>A drill is left out: being late in it is part of practising.</summary>
    static IEnumerable<OverdueItem> Tasks(IEnumerable<Incident> open, DateTimeOffset at) =>
        from incident in open
        where incident.Kind is not IncidentKind.Drill
        from task in incident.Tasks
        where task.IsOverdue(at)
        select new OverdueItem($"Task for {task.AssigneeName ?? task.Role?.Word() ?? "no one yet"}: {task.Title}",
            task.DueAt!.Value, incident.Number);
}
