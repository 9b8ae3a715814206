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
        incident.MapCommand<CorrectEntry, Position>("corrections", "Correct the text or the time of an entry");
        incident.MapCommand<RedactEntry, Redacted>("redactions", "Permanently remove personal data from an entry; the chain still verifies");
    }
}
