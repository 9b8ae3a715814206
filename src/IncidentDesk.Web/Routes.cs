using IncidentDesk.Web.Assets;
using IncidentDesk.Web.Assets.Evidence;
using IncidentDesk.Web.Assets.Reaching;
using IncidentDesk.Web.Incidents;
using IncidentDesk.Web.Incidents.Tasks;
using IncidentDesk.Web.Incidents.Timeline;
using IncidentDesk.Web.Pauses;
using IncidentDesk.Web.Pauses.Asking;
using IncidentDesk.Web.People;
using IncidentDesk.Web.Reports;
using IncidentDesk.Web.Reviews;
using IncidentDesk.Web.Statements;
using Scalar.AspNetCore;

namespace IncidentDesk.Web;

/// <summary>Every HTTP name of the desk, in one place to read.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference(reader => reader.DisableDefaultFonts()).AllowAnonymous();
        app.MapStreams();
        app.MapIncidents();
        app.MapAssets();
        app.MapBlastRadius();
        app.MapEvidence();
        app.MapPeople();
        app.MapPauses();
        app.MapAsking();
        app.MapReviews();
        app.MapStatements();
        app.MapTasks();
        app.MapReports();
        app.MapTimeline();
    }
}
