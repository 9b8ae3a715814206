using IncidentDesk.Door;
using IncidentDesk.Overview.Status;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Overview.Status;

internal static class StatusEndpoint
{
    public static void MapStatus(this WebApplication app) => app
        .MapGet("/api/status", async (HttpContext http, Desk desk, ReviewShelf rules, TimeProvider clock, CancellationToken ct) =>
        {
            var asked = new Asked(http.Request.Query);
            var then = asked.AsKnownAt(clock);
            return asked.Refusal is { } wrong ? wrong.ToResult() : Answers.Ok(await desk.Read(http.User.ToActor(), (db, _) => then is { } at
                ? StatusHistory.At(db, at, rules, ct) : StatusViewQueries.Now(db, clock.GetUtcNow(), rules, ct), ct));
        })
        .WithTags("Incidents").WithName("ReadStatus").WithQuery("asKnownAt")
        .WithSummary("What is open, paused, overdue and contradictory, and what changed in the last 24 hours; now or as it was known")
        .Produces<StatusView>();
}
