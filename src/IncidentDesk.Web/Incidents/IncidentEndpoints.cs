using IncidentDesk.Web.Incidents.Listing;
using IncidentDesk.Web.Incidents.Overseeing;
using IncidentDesk.Web.Incidents.Reading;

namespace IncidentDesk.Web.Incidents;

/// <summary>What can be read of incidents over HTTP.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this WebApplication app)
    {
        var incidents = app.MapGroup("/api/incidents").WithTags("Incidents");
        incidents.MapList();
        incidents.MapGroup("{incident:int}").MapRead();
        app.MapStatus();
    }
}
