namespace IncidentDesk.Reports.Sections;

/// <summary>How somebody who holds a sheet of this can find out whether the record behind it was changed.</summary>
internal static class Checking
{
    public static IEnumerable<Block> Of(Known known)
    {
        var (name, position) = (known.Incident.Name, known.Incident.Position);
        yield return new Block.Heading(1, "How to check this document");
        yield return new Block.Paragraph(
            $"It is made from {(position == 1 ? "entry 1" : $"entries 1 to {position.Figure()}")} of {name} and from nothing recorded later. "
            + "Each entry carries the hash of the one before it, so the head hash, printed on every page, stands for all of them: "
            + "whoever keeps this sheet can have any later change detected. Ask for the export of the incident, and run:");
        yield return new Block.KeyValues([new("Command", $"incidentdesk verify {name}.json --head {known.Incident.HeadHash}", Mono: true)]);
    }
}
