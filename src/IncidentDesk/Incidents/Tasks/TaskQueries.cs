using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Tasks;

public static class TaskQueries
{
    /// <summary>Open tasks first, by due time; those without one behind, as in the playbook.</summary>
    public static IReadOnlyList<IncidentTask> InOrder(IEnumerable<IncidentTask> tasks) =>
        [.. tasks.OrderBy(t => t.State is not TaskState.Open).ThenBy(t => t.DueAt ?? DateTimeOffset.MaxValue)];

    /// <summary>The tasks of an incident, now or as they were known at an instant; none where there was no incident.</summary>
    public static async Task<IReadOnlyList<IncidentTask>> Of(DeskDb db, int incident, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        var found = asKnownAt is { } then ? await IncidentHistory.At(db, incident, then, ct) : await db.Incident(incident, ct);
        return found.Done ? InOrder(found.Value.Tasks) : [];
    }
}
