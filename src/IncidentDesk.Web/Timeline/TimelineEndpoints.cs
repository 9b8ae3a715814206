using IncidentDesk.Web.Timeline.Exporting;
using IncidentDesk.Web.Timeline.Importing;
using IncidentDesk.Web.Timeline.Reading;

namespace IncidentDesk.Web.Timeline;

/// <summary>The record of an incident over HTTP.</summary>
internal static class TimelineEndpoints
{
    public static void MapTimeline(this WebApplication app)
    {
        app.MapImport();
        var incident = app.MapGroup("/api/incidents/{incident:int}").WithTags("Timeline");
        incident.MapReading();
        incident.MapExport();
    }
}
