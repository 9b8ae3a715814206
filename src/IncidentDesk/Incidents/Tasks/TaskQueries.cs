using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Tasks;

public static class TaskQueries
{
    /// <summary>Open tasks first, by due time; those without one behind, as in the playbook.</summary>
    public static IReadOnlyList<IncidentTask> InOrder(IEnumerable<IncidentTask> tasks) =>
        [.. tasks.OrderBy(t => t.State is not TaskState.Open).ThenBy(t => t.DueAt ?? DateTimeOffset.MaxValue)];

    /// <summary>The tasks of an incident; none where there was no incident.</summary>
    public static async Task<IReadOnlyList<IncidentTask>> Of(DeskDb db, int incident, Moment moment, CancellationToken ct = default)
    {
        var found = await IncidentQueries.At(db, incident, moment, ct);
        return found.Done ? InOrder(found.Value.Tasks) : [];
    }
}
