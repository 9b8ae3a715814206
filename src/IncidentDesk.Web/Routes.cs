using IncidentDesk.Incidents.Declaring;
using IncidentDesk.Incidents.Regrading;
using IncidentDesk.Incidents.Updating;
using IncidentDesk.Timeline;
using IncidentDesk.Web.Incidents.Reading;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.People;
using Scalar.AspNetCore;

namespace IncidentDesk.Web;

/// <summary>Every HTTP name of the desk, in one place to read.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference().AllowAnonymous();
        app.MapHealth();
        app.MapStreams();

        app.MapCommand<DeclareIncident, Declared>("/api/incidents", "Declare an incident", d => $"/api/incidents/{d.Number}");
        var incident = app.MapGroup("/api/incidents/{incident:int}").WithTags("Incidents");
        incident.MapCommand<PostUpdate, Position>("updates", "Write into the log");
        incident.MapCommand<ChangeSeverity, Position>("severity", "Raise or lower the severity");
        app.MapPeople();
    }
}
