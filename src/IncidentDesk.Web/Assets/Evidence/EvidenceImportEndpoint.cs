using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Evidence;

/// <summary>
/// Evidence as the body of a request, read as it comes in and bounded by the reader, not by
/// what the sender says of its length.
/// </summary>
internal static class EvidenceImportEndpoint
{
    static readonly string About = $"The body is the CSV file. kind=readers ({EvidenceCsv.Columns(EvidenceKind.Readers)}), "
        + $"accesses ({EvidenceCsv.Columns(EvidenceKind.Accesses)}) or coverage ({EvidenceCsv.Columns(EvidenceKind.Coverage)}); "
        + "file= its name, replaces= the entry it corrects.";

    public static void MapEvidenceImport(this WebApplication app) => app
        .MapByHand<ImportEvidence>(Import).WithQuery("kind", "file", "replaces").WithDescription(About)
        .Accepts<Stream>("text/csv").Produces<ImportedEvidence>()
        .Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json")
        .Produces<Problem>(409, "application/problem+json").Produces<Problem>(413, "application/problem+json");

    static async Task<IResult> Import(int incident, HttpContext http, Desk desk, CancellationToken ct)
    {
        var asked = new QueryReader(http.Request.Query);
        var (kind, replaces) = (asked.Word<EvidenceKind>("kind"), asked.Text("replaces"));
        if (kind is null) asked.Wrong("kind", "Say what the file contains: readers, accesses or coverage.");
        var position = 0;
        if (replaces is not null && !int.TryParse(replaces, System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out position))
            asked.Wrong("replaces", "Write the number of an entry.");
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        if (await AskFirst.Bars(typeof(ImportEvidence), http, ct) is { } barred) return barred.ToResult();
        var terms = TermHeaders.Read(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = null;
        var file = await EvidenceCsv.Read(kind!.Value, http.Request.Body, asked.Text("file") ?? "evidence.csv", ct);
        if (!file.Done) return file.Refusal.ToResult();
        var command = new ImportEvidence { Incident = incident, File = file.Value, Replaces = replaces is null ? null : position };
        return (await desk.Do(command, http.User.ToActor(), terms.Value, ct)).ToResult(came => CommandEndpoints.Answered(http, came));
    }
}
