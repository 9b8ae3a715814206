namespace IncidentDesk.Reports.Sections;

/// <summary>The end of the log, without what only those on duty need.</summary>
internal static class LatestEntries
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        yield return new Block.Heading(1, "Latest entries");
        yield return new Block.Paragraph(
            "The latest decisions and updates; the timeline report contains all entries."
            + (facts.Withheld > 0 ? $" {Entries.WithheldTitle(facts.Withheld)}." : ""), Tone.Quiet);
        yield return new Block.Timeline(Entries.Lines(facts));
    }
}
