using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Carrying;

internal static class ExportEndpoint
{
    public static void MapExport(this RouteGroupBuilder incident) => incident.MapGet("export", Export).WithName("ExportIncident")
        .WithSummary("Export the incident as a file that can be verified anywhere and imported into another desk")
        .Produces<ExportFile>().Produces<Problem>(404, "application/problem+json").Produces<Problem>(409, "application/problem+json");

    static async Task<IResult> Export(int incident, HttpContext http, Desk desk, CancellationToken ct)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{Incident.NameOf(incident)}.json\"";
        var outcome = await desk.Read(http.User.ToActor(),
            (db, caller) => IncidentExport.Write(db, caller, incident, http.Response.Body, ct), ct);
        if (outcome.Done) return TypedResults.Empty;
        // A refusal comes before the first byte, so the answer can still become one.
        http.Response.Clear();
        return outcome.Refusal.ToResult();
    }
}
