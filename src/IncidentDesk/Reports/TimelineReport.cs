using IncidentDesk.Reports.Sections;

namespace IncidentDesk.Reports;

/// <summary>Every entry in the order of happening, with both times, corrections and removals as such.</summary>
internal static class TimelineReport
{
    public static IEnumerable<Block> Of(Known known) =>
    [
        .. Warnings.Of(known),
        new Block.Paragraph(
            $"{Shown(known)}, in the order in which things happened. Where something was written down later than it happened, both times stand. "
            + "A corrected entry shows what is held to be true and what stood there before; nothing is ever taken away but personal words, and then the place says so."),
        new Block.KeyValues([Handling.Row(known.Mark)]),
        .. Entries.Withheld(known),
        new Block.Timeline(Entries.Lines(known)),
        .. Checking.Of(known),
    ];

    static string Shown(Known known) => known.Withheld > 0
        ? $"{known.Entries.Count.Figure()} of the {known.Incident.Position.Of("entry", "entries")} of {known.Incident.Name}"
        : known.Entries.Count == 1 ? $"The one entry of {known.Incident.Name}" : $"All {known.Entries.Count.Of("entry", "entries")} of {known.Incident.Name}";
}
