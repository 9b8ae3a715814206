namespace IncidentDesk.Reports.Sections;

/// <summary>The end of the log, without what only those on duty need.</summary>
internal static class LatestEntries
{
    public static IEnumerable<Block> Of(Known known)
    {
        yield return new Block.Heading(1, "Latest entries");
        yield return new Block.Paragraph($"The last decisions and updates out of {known.Incident.Position.Of("entry", "entries")}; the timeline report holds the others.", Tone.Quiet);
        foreach (var block in Entries.Withheld(known)) yield return block;
        yield return new Block.Timeline(Entries.Lines(known));
    }
}
