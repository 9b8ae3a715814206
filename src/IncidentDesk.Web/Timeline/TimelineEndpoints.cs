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
        incident.MapCommand<CorrectEntry, Position>("corrections", "Correct the text or the time of an entry");
        incident.MapCommand<RedactEntry, Redacted>("redactions", "Permanently remove personal data from an entry; the chain still verifies");
    }
}
