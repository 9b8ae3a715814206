using IncidentDesk.Incidents.Overseeing;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Overseeing;

internal static class StatusEndpoint
{
    public static void MapStatus(this WebApplication app) => app
        .MapGet("/api/status", async (HttpContext http, Desk desk, ReviewShelf rules, TimeProvider clock, CancellationToken ct) =>
            Answers.Ok(await desk.Read(http.User.ToActor(), (db, _) => StatusViewQueries.Now(db, clock.GetUtcNow(), rules, ct), ct)))
        .WithTags("Incidents").WithName("ReadStatus")
        .WithSummary("What is open, paused, overdue and contradictory, and what changed in the last 24 hours")
        .Produces<StatusView>();
}
