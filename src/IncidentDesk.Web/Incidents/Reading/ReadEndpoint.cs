using IncidentDesk.Incidents;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Reading;

internal static class ReadEndpoint
{
    public static void MapRead(this RouteGroupBuilder incident) => incident
        .MapGet("", async (int incident, HttpContext http, Desk desk, CancellationToken ct) =>
        {
            var found = await desk.Read(http.User.ToActor(), (db, _) => IncidentQueries.Find(db, incident, ct), ct);
            return found is null
                ? new Refusal.NotFound($"incident {Incident.NameOf(incident)}").ToResult()
                : CommandEndpoints.Answered(http, found);
        })
        .WithName("ReadIncident").WithSummary("One incident as it stands; its position is the ETag")
        .Produces<Incident>().Produces<Problem>(404, "application/problem+json");
}
