using IncidentDesk.Reports.Sections;

namespace IncidentDesk.Reports;

/// <summary>Every entry in the order of happening, with both times, corrections and removals as such.</summary>
internal static class TimelineReport
{
    public static IEnumerable<Block> Of(Known known) =>
    [
        .. Warnings.Of(known),
        new Block.Paragraph(
            $"{Shown(known)}, in the order of events. Where an event was recorded later than it happened, both times are shown. "
            + "A corrected entry shows the correction and the original; "
            + "nothing is ever removed except personal data, and a redaction is marked."),
        new Block.KeyValues([Handling.Row(known.Mark)]),
        .. Entries.Withheld(known),
        new Block.Timeline(Entries.Lines(known)),
        .. Checking.Of(known),
    ];

    static string Shown(Known known) => known.Withheld > 0
        ? $"{known.Entries.Count.Figure()} of the {known.Incident.Position.Of("entry", "entries")} of {known.Incident.Name}"
        : known.Entries.Count == 1 ? $"The one entry of {known.Incident.Name}"
        : $"All {known.Entries.Count.Of("entry", "entries")} of {known.Incident.Name}";
}
