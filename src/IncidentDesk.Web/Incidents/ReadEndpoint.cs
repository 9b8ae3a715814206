using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;
using IncidentDesk.Web.Incidents.Timeline;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents;

internal static class ReadEndpoint
{
    public static void MapRead(this RouteGroupBuilder incident) => incident
        .MapGet("", async (int incident, HttpContext http, Desk desk, TimeProvider clock, CancellationToken ct) =>
        {
            var asked = new Asked(http.Request.Query);
            var instant = asked.AsKnownAt(clock);
            if (asked.Refusal is { } wrong) return wrong.ToResult();
            var found = await desk.Read(http.User.ToActor(), (db, _) => Find(db, incident, instant, ct), ct);
            return found.ToResult(value => CommandEndpoints.Answered(http, value));
        })
        .WithName("ReadIncident").WithQuery("asKnownAt").WithSummary("One incident as it stands, or as known at an instant (asKnownAt); its position is the ETag")
        .Produces<Incident>().Produces<Problem>(404, "application/problem+json");

    static async Task<Outcome<Incident>> Find(DeskDb db, int number, DateTimeOffset? instant, CancellationToken ct)
    {
        if (instant is { } then) return await IncidentHistory.At(db, number, then, ct);
        return await IncidentQueries.Find(db, number, ct) is { } found ? found : new Refusal.NotFound($"incident {Incident.NameOf(number)}");
    }
}
