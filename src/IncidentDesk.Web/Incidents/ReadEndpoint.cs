using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents;

internal static class ReadEndpoint
{
    public static void MapRead(this RouteGroupBuilder incident) => incident
        .MapGet("", async (int incident, HttpContext http, Desk desk, TimeProvider clock, CancellationToken ct) =>
        {
            var asked = new QueryReader(http.Request.Query);
            var moment = asked.Moment(clock);
            if (asked.Refusal is { } wrong) return wrong.ToResult();
            var found = await desk.Read(http.User.ToActor(), (db, _) => IncidentQueries.At(db, incident, moment, ct), ct);
            return found.ToResult(value => CommandEndpoints.Answered(http, value));
        })
        .WithName("ReadIncident").WithQuery("asKnownAt")
        .WithSummary("Show an incident, now or as known at an earlier time (asKnownAt); its position is the ETag")
        .Produces<Incident>().Produces<Problem>(404, "application/problem+json");
}
