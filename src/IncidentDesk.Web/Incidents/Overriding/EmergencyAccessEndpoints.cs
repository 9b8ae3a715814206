using IncidentDesk.Door;
using IncidentDesk.Incidents.Overriding;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Overriding;

internal static class EmergencyAccessEndpoints
{
    public static void MapEmergencyAccess(this WebApplication app) => app
        .MapGet("/api/emergency-access", async (HttpContext http, Desk desk, TimeProvider clock, CancellationToken ct) =>
            Answers.Ok(new Page<AccessRequest>(await desk.Read(http.User.ToActor(),
                (db, caller) => AccessRequestQueries.Open(db, caller, clock.GetUtcNow(), ct), ct), null)))
        .WithTags("Emergency access").WithSummary("List the requests for emergency access that another person can agree to")
        .Produces<Page<AccessRequest>>();
}
