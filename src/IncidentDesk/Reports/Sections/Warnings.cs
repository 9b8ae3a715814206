using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>What a reader must know before reading on; on page 1 of every report.</summary>
internal static class Warnings
{
    public static IEnumerable<Block> Of(ReportFacts facts)
    {
        var incident = facts.Incident;
        if (incident.Kind is IncidentKind.Drill)
            yield return new Block.Callout(Tone.Warning, "DRILL",
                "This is an exercise: nothing in this report happened. The desk notified nobody.");
        if (incident.Kind is IncidentKind.Backfill)
            yield return new Block.Callout(Tone.Warning, "BACKFILL: recorded afterwards",
                "This incident was recorded after it was over. The desk notified nobody; times may be from memory.");
        if (incident.MergedInto is { } into)
            yield return new Block.Callout(Tone.Warning, $"Merged into {Incident.NameOf(into)}",
                $"{incident.Name} is a duplicate of {Incident.NameOf(into)}. Work continues there; see its report as well.");
    }
}
