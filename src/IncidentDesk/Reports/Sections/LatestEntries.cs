namespace IncidentDesk.Reports.Sections;

/// <summary>The end of the log, without what only those on duty need.</summary>
internal static class LatestEntries
{
    public static IEnumerable<Block> Of(Known known)
    {
        yield return new Block.Heading(1, "Latest entries");
        yield return new Block.Paragraph(
            "The latest decisions and updates; the timeline report contains all entries."
            + (known.Withheld > 0 ? $" {Entries.WithheldTitle(known.Withheld)}." : ""), Tone.Quiet);
        yield return new Block.Timeline(Entries.Lines(known));
    }
}
