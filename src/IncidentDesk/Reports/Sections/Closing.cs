using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>The four things that must be done, or waived by somebody by name, before the incident can be closed.</summary>
internal static class Closing
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        var (open, all) = (facts.Incident.OpenItems.Count, Enum.GetValues<ClosingItem>());
        yield return new Block.Heading(1, "Open tasks and closing");
        yield return new Block.Paragraph(open == 0
            ? $"The incident can be closed: each of the {all.Length} closing items is done, or waived by a named person."
            : $"Before the incident can be closed, {open} of {all.Length} closing "
                + "items must be done, or waived by a named person with a reason.");
        yield return new Block.KeyValues(
            [.. Open(facts.Incident), .. facts.Incident.Closing.OrderBy(c => c.Item).Select(c => Settled(facts, c))]);
    }

    static IEnumerable<KeyValue> Open(Incident incident)
    {
        if (incident.OpenItems is { Count: > 0 } open)
            yield return new("Open", string.Join(", ", open.Select(item => item.Word())).Capital(), Tone.Danger);
    }

    static KeyValue Settled(ReportFacts facts, Settled settled) => new(settled.Item.Heading(),
        $"{settled.State.Word().Capital()} by {settled.By}, "
            + $"{facts.Say(settled.At)}{(settled.Reason is { } reason ? $": {reason.Closed()}" : "")}",
        settled.State is Settlement.Waived ? Tone.Warning : Tone.Plain);
}
