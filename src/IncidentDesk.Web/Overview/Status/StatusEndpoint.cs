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
            var asked = new QueryReader(http.Request.Query);
            var moment = asked.Moment(clock);
            return asked.Refusal is { } wrong ? wrong.ToResult()
                : Answers.Ok(await desk.ReadAtOnce(http.User.ToActor(), (db, _) => StatusViewQueries.At(db, rules, moment, ct), ct));
        })
        .WithTags("Incidents").WithName("ReadStatus").WithQuery("asKnownAt")
        .WithSummary(
            "Show what is open, paused, overdue and contradictory, and what changed in 24 hours; now or as known at an earlier time")
        .Produces<StatusView>();
}
