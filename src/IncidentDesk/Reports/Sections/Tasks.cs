using IncidentDesk.Incidents.Tasks;

namespace IncidentDesk.Reports.Sections;

/// <summary>What is still to be done, the overdue first.</summary>
internal static class Tasks
{
    const int MostRows = 4;
    static readonly Column[] Columns = [new("Task", 2.5), new("For", 0.8), new("Due", 2.2)];

    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        var (all, at) = (facts.Incident.Tasks, facts.At);
        if (all.IsEmpty) yield break;
        var open = all.Where(t => t.State is TaskState.Open).OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue).ToList();
        yield return new Block.Paragraph(InShort(all.Length, open.Count, open.Count(t => t.IsOverdue(at))));
        if (open.Count == 0) yield break;
        yield return new Block.Table("", Columns, [.. open.Take(MostRows).Select(t => Row(facts, t))]);
        if (open.Count > MostRows)
            yield return new Block.Paragraph(
                $"{(open.Count - MostRows).Of("further task")} {(open.Count == MostRows + 1 ? "is" : "are")} open.",
                Tone.Quiet);
    }

    static string InShort(int all, int open, int overdue) => open == 0
        ? $"All {all.Of("task")} are done or not needed."
        : $"{open.Figure()} of {all.Of("task")} {(open == 1 ? "is" : "are")} "
            + $"open{(overdue > 0 ? $", {overdue.Figure()} of them overdue" : "")}.";

    static IReadOnlyList<Cell> Row(ReportFacts facts, IncidentTask task) =>
    [
        task.Title,
        (task.AssigneeName ?? task.Role?.Word() ?? "unassigned").Capital(),
        task.DueAt is not { } due ? new Cell("No date", Tone.Quiet)
            : task.IsOverdue(facts.At) ? new Cell($"{facts.Say(due)}, overdue", Tone.Danger) : facts.Say(due),
    ];
}
