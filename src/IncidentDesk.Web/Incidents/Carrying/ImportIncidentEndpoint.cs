using IncidentDesk.Door;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Incidents.Carrying;

internal static class ImportIncidentEndpoint
{
    public static void MapImport(this WebApplication app) => app.MapByHand<ImportIncident>(Import)
        .WithDescription("The body is the export, at most 100 MB; it is verified first.")
        .Accepts<Stream>("application/json").Produces<Imported>(201)
        .Produces<Problem>(409, "application/problem+json").Produces<Problem>(413, "application/problem+json");

    static async Task<IResult> Import(HttpContext http, Desk desk, CancellationToken ct)
    {
        var terms = TermHeaders.Read(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();
        // Asked before 100 MB are read for somebody whom the desk would refuse anyway.
        if (!await desk.Read(http.User.ToActor(), (_, caller) => Task.FromResult(caller.Has(Roles.Privacy | Roles.Administrator)), ct))
            return new Refusal.NotFound("such item").ToResult();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = null;
        var file = await IntactExport.From(http.Request.Body, ct);
        if (!file.Done) return file.Refusal.ToResult();
        var outcome = await desk.Do(new ImportIncident { File = file.Value }, http.User.ToActor(), terms.Value, ct);
        return outcome.ToResult(i => CommandEndpoints.Answered(http, i, imported => $"/api/incidents/{imported.Number}"));
    }
}
