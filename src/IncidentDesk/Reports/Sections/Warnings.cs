using IncidentDesk.Incidents;

namespace IncidentDesk.Reports.Sections;

/// <summary>What a reader must know before reading on; on page 1 of every report.</summary>
internal static class Warnings
{
    public static IEnumerable<Block> Of(Known known)
    {
        var incident = known.Incident;
        if (incident.Kind is IncidentKind.Drill)
            yield return new Block.Callout(Tone.Warning, "DRILL: this is practice", "Nothing in this report happened. The desk notified nobody.");
        if (incident.Kind is IncidentKind.Backfill)
            yield return new Block.Callout(Tone.Warning, "BACKFILL: written down afterwards", "This incident was put on record after it was over. The desk notified nobody; times may rest on memory.");
        if (incident.MergedInto is { } into)
            yield return new Block.Callout(Tone.Warning, $"Merged into {Incident.NameOf(into)}", $"{incident.Name} was found to be the same as {Incident.NameOf(into)}. Work goes on there; ask for its report, too.");
    }
}
