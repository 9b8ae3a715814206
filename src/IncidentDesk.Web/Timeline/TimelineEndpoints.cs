using IncidentDesk.Timeline;
using IncidentDesk.Timeline.Correcting;
using IncidentDesk.Timeline.Redacting;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Timeline.Exporting;
using IncidentDesk.Web.Timeline.Importing;
using IncidentDesk.Web.Timeline.Reading;

namespace IncidentDesk.Web.Timeline;

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
