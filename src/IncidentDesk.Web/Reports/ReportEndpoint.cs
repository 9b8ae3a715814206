using System.Security.Cryptography;
using System.Text;
using IncidentDesk.Documents;
using IncidentDesk.Reports;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace IncidentDesk.Web.Reports;

/// <summary>Reports as files, and the stylesheet of those shown on a page.</summary>
internal static class ReportEndpoint
{
    public const string Stylesheet = "/report.css";

    /// <summary>A timeline of thousands of entries keeps a core busy for seconds; half of them stay free for those who write.</summary>
    static readonly SemaphoreSlim Drawing = new(Math.Max(1, Environment.ProcessorCount / 2));

    public static void MapReports(this WebApplication app)
    {
        app.MapGet("/api/incidents/{incident:int}/reports/{kind}", Hand).WithTags("Reports")
            .WithName("ReadReport").WithQuery("format", "asKnownAt", "privileged")
            .WithSummary($"Download a report. Kinds: {string.Join(", ", ReportKinds.Names)}. Query: "
                + $"format ({ReportFormat.Choices}), asKnownAt (with offset), privileged (true or false)")
            .Produces(200, null, "application/pdf", "text/html", "text/markdown", "application/json")
            .Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");
        app.MapGet(Stylesheet, Style).ExcludeFromDescription().AllowAnonymous();
    }

    static async Task<IResult> Hand(int incident, string kind, HttpContext http, Visitor visitor, ReportDesk reports, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var format = FormatIn(asked);
        var wanted = new ReportWanted
        {
            Incident = incident, Kind = KindIn(kind, asked), Moment = asked.Moment(clock),
            Zone = await visitor.Zone(), Privileged = asked.YesOrNo("privileged") ?? false,
        };
        if (asked.Refusal is { } refusal) return refusal.ToResult();
        var report = await visitor.ReadAtOnce((db, caller) => reports.Build(db, caller, wanted, http.RequestAborted));
        return report.Done ? await File(http, report.Value, format!) : report.Refusal.ToResult();
    }

    static async Task<FileContentHttpResult> File(HttpContext http, Report report, ReportFormat format)
    {
        var headers = http.Response.Headers;
        headers.ETag = $"\"{report.Marks.Position}\"";
        headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = format.FileName(report.Marks) }.ToString();
        // It stands alone: not even this desk's own scripts and styles have a place in it.
        headers.ContentSecurityPolicy = $"{HtmlDocument.Policy}; frame-ancestors 'none'";
        await Drawing.WaitAsync(http.RequestAborted);
        try { return TypedResults.Bytes(format.Bytes(report), format.ContentType); }
        finally { Drawing.Release(); }
    }

    static FileContentHttpResult Style(HttpContext http)
    {
        var css = Encoding.UTF8.GetBytes(HtmlDocument.Stylesheet);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(css, "text/css; charset=utf-8",
            entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(css)[..8])}\""));
    }

    static ReportKind KindIn(string kind, QueryReader asked)
    {
        var read = ReportKinds.Read(kind);
        foreach (var (field, why) in (read.Refusal as Refusal.Invalid)?.Fields ?? new Dictionary<string, string[]>())
            asked.Wrong(field, why[0]);
        return read.Value;
    }

    static ReportFormat? FormatIn(QueryReader asked)
    {
        var format = ReportFormat.Find(asked.Text("format") ?? ReportFormat.All[0].Name);
        if (format is null) asked.Wrong("format", $"There is no such format. Choose one of: {ReportFormat.Choices}.");
        return format;
    }
}
