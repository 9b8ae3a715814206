using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Record;
using IncidentDesk.Web.Incidents.Timeline;
using IncidentDesk.Web.Incidents.Overriding;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Overview.Board;
using IncidentDesk.Web.Overview.Status;

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
        app.MapEmergencyAccess();
    }
}
