using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;
using IncidentDesk.Web.Incidents.Carrying;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Timeline;

/// <summary>The record of an incident over HTTP.</summary>
internal static class TimelineEndpoints
{
    public static void MapTimeline(this WebApplication app)
    {
        var incidents = app.MapGroup("/api/incidents").WithTags("Timeline");
        incidents.MapImport();

        var incident = incidents.MapGroup("{incident:int}");
        incident.MapReading();
        incident.MapExport();
        incident.MapCommand<CorrectEntry, Position>("corrections", "Say that an entry was wrong about its text or its time");
        incident.MapCommand<RedactEntry, Redacted>("redactions", "Remove personal words from an entry for good; the chain still verifies");
    }
}
