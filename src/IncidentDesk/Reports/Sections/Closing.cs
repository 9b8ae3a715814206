using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>The four things that must be done, or waived by somebody by name, before the incident can be closed.</summary>
internal static class Closing
{
    public static IEnumerable<Block> Of(Known known)
    {
        var (open, all) = (known.Incident.OpenItems.Count, Enum.GetValues<ClosingItem>());
        yield return new Block.Heading(1, "What is still to do");
        yield return new Block.Paragraph(open == 0
            ? "Closing waits for nothing more: each of these was done or waived by a named person."
            : $"Closing waits for {open} of these {all.Length}: each must be done, or waived by a named person with a reason.");
        yield return new Block.KeyValues([.. all.Select(item => Row(known, item))]);
    }

    static KeyValue Row(Known known, ClosingItem item) => known.Incident.Closing.FirstOrDefault(c => c.Item == item) is not { } settled
        ? new(item.Heading(), "Open", Tone.Danger)
        : new(item.Heading(), $"{settled.State.Word().Capital()} by {settled.By}, {known.Say(settled.At)}{(settled.Reason is { } reason ? $": {reason.Closed()}" : "")}",
            settled.State is Settlement.Waived ? Tone.Warning : Tone.Plain);
}
