using IncidentDesk.Reports.Sections;

namespace IncidentDesk.Reports;

/// <summary>Every entry in the order of happening, with both times, corrections and removals as such.</summary>
internal static class TimelineReport
{
    public static IEnumerable<Block> Of(ReportFacts facts) =>
    [
        .. Warnings.Of(facts),
        new Block.Paragraph(
            $"{Shown(facts)}, in the order of events. Where an event was recorded later than it happened, both times are shown. "
            + "A corrected entry shows the correction and the original; "
            + "nothing is ever removed except personal data, and a redaction is marked."),
        new Block.KeyValues([Handling.Row(facts.Mark)]),
        .. Entries.Withheld(facts),
        new Block.Timeline(Entries.Lines(facts)),
        .. Checking.Of(facts),
    ];

    static string Shown(ReportFacts facts) => facts.Withheld > 0
        ? $"{facts.Entries.Count.Figure()} of the {facts.Incident.Position.Of("entry", "entries")} of {facts.Incident.Name}"
        : facts.Entries.Count == 1 ? $"The one entry of {facts.Incident.Name}"
        : $"All {facts.Entries.Count.Of("entry", "entries")} of {facts.Incident.Name}";
}
