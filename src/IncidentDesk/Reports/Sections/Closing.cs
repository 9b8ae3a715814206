using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>The four things that must be done, or waived by somebody by name, before the incident can be closed.</summary>
internal static class Closing
{
    static readonly Column[] Columns = [new("What must be done", 1.6), new("State"), new("By whom", 1.2), new("When and why", 2.6)];

    public static IEnumerable<Block> Of(Known known)
    {
        var open = known.Incident.OpenItems.Count;
        yield return new Block.Heading(1, "What closing waits for");
        yield return new Block.Paragraph(open == 0
            ? "Nothing: each of the four items was done or waived by a named person."
            : $"{open.Figure()} of the four items {(open == 1 ? "is" : "are")} open; the incident cannot be closed before each is done, or waived by a named person with a reason.");
        yield return new Block.Table("", Columns, [.. Enum.GetValues<ClosingItem>().Select(item => Row(known, item))]);
    }

    static IReadOnlyList<Cell> Row(Known known, ClosingItem item) => known.Incident.Closing.FirstOrDefault(c => c.Item == item) is { } settled
        ? [item.Heading(), new(settled.State.Word().Capital(), settled.State is Settlement.Done ? Tone.Good : Tone.Warning), settled.By, Why(known, settled)]
        : [item.Heading(), new("Open", Tone.Danger), "", ""];

    static string Why(Known known, Settled settled) => settled.Reason is { } reason ? $"{known.Say(settled.At)}\n{reason}" : known.Say(settled.At);
}
