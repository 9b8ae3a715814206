using IncidentDesk.Web.Incidents.Carrying;

namespace IncidentDesk.Web.Incidents.Timeline;

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
