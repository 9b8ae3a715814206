namespace IncidentDesk.Reports.Sections;

/// <summary>How somebody who holds a sheet of this can find out whether the record behind it was changed.</summary>
internal static class Checking
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        var (name, position) = (facts.Incident.Name, facts.Incident.Position);
        yield return new Block.Heading(1, "How to check this document");
        yield return new Block.Paragraph(
            $"This document is based on {(position == 1 ? "entry 1" : $"entries 1 to {position.Figure()}")} "
            + $"of {name}; nothing recorded in it later is included. "
            + "Each entry carries the hash of the previous one, so the head hash on every page covers all of them: "
            + "with it, any later change can be detected. Ask for the export of the incident, and run:");
        yield return new Block.KeyValues([new("Command", $"incidentdesk verify {name}.json --head {facts.Incident.HeadHash}", Mono: true)]);
    }
}
