using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Csv;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Importing;

/// <summary>A catalogue as the body of a request, read as it comes in and bounded by the reader, not by what the sender says of its length.</summary>
internal static class ImportEndpoint
{
    public static void MapImport(this RouteGroupBuilder assets) => assets
        .MapPost("imports", Import).WithName(nameof(ImportAssets)).WithQuery("format", "file", "source").WithMetadata(new CommandOf(typeof(ImportAssets)))
        .WithSummary("Import a catalogue: the body is the file. format=csv, file= its name, source= under which name to keep it")
        .Accepts<Stream>("text/csv").Produces<ImportedAssets>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(413, "application/problem+json");

    static async Task<IResult> Import(HttpContext http, Desk desk, CancellationToken ct)
    {
        var asked = new Asked(http.Request.Query);
        asked.OneOf("format", "csv");
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var terms = CommandEndpoints.TermsOf(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = null;
        var file = await CsvAssets.Read(http.Request.Body, asked.Text("file") ?? "import.csv", ct);
        if (!file.Done) return file.Refusal.ToResult();
        var outcome = await desk.Do(new ImportAssets { Source = asked.Text("source"), File = file.Value }, http.User.ToActor(), terms.Value, ct);
        return outcome.ToResult(Answers.Ok);
    }
}
