using System.Globalization;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Importing.Applying;
using IncidentDesk.Assets.Importing.Running;
using IncidentDesk.Door;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentDesk.Web.Assets.Importing;

/// <summary>A catalogue as the body of a request, put aside as it comes in; and how imports stand.</summary>
internal static class ImportEndpoint
{
    const string About =
        "The body is the file. Query: format (detected if left out), file (its name), source (the name the catalogue is kept under), "
            + "complete (whether it lists every asset of the source). With Prefer: "
            + "respond-async the answer comes once the file has been checked.";

    public static void MapImport(this WebApplication app) => app
        .MapByHand<ImportAssets>(Import).WithQuery("format", "file", "source", "complete").WithDescription(About)
        .Accepts<Stream>("*/*").Produces<ImportedAssets>().Produces<ShownImport>(202)
        .Produces<Problem>(400, "application/problem+json").Produces<Problem>(409, "application/problem+json")
        .Produces<Problem>(413, "application/problem+json");

    public static void MapImports(this RouteGroupBuilder assets)
    {
        assets.MapGet("imports", List).WithName("ListImports").WithQuery("after", "limit")
            .WithSummary("List imports, newest first. Query: after, limit (1 to 500)")
            .Produces<Page<ShownImport>>().Produces<Problem>(400, "application/problem+json");
        assets.MapGet("imports/{import:int}", Find).WithName("FindImport").WithSummary("Show an import and its progress")
            .Produces<ShownImport>().Produces<Problem>(404, "application/problem+json");
    }

    static async Task<IResult> Import(HttpContext http, Importer importer, ActiveImports active, FileLimits limits, CancellationToken ct)
    {
        var by = http.User.ToActor();
        // Before gigabytes are read from somebody who may not.
        if (!await importer.May(by, ct)) return new Refusal.NotFound("such item").ToResult();
        var asked = new QueryReader(http.Request.Query);
        var request = new ImportOptions
        {
            Format = asked.Text("format", 50), Source = asked.Text("source"), Complete = asked.YesOrNo("complete")
        };
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var terms = TermHeaders.Read(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();

        // Known beforehand, it need not be sent.
        if (http.Request.ContentLength > limits.Sent) return SpooledFile.TooLarge(limits).ToResult();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = null;
        var file = await SpooledFile.Take(http.Request.Body, asked.Text("file") ?? "import", limits, ct);
        if (!file.Done) return file.Refusal.ToResult();
        if (!http.Request.Headers["Prefer"].ToString().Contains("respond-async", StringComparison.OrdinalIgnoreCase))
            return (await importer.Import(file.Value, request, by, terms.Value, ct)).ToResult(Answers.Ok);

        var started = await importer.Start(file.Value, request, by, terms.Value, ct);
        return started.ToResult(run =>
        {
            http.Response.Headers.Location = $"/api/assets/imports/{run.Id.ToString(CultureInfo.InvariantCulture)}";
            http.Response.Headers["Preference-Applied"] = "respond-async";
            return Answers.Json(ShownImport.Of(run, active), StatusCodes.Status202Accepted);
        });
    }

    static async Task<IResult> List(HttpContext http, Desk desk, ActiveImports active, CancellationToken ct)
    {
        var asked = new QueryReader(http.Request.Query);
        var (after, limit) = (asked.Text("after", 20), asked.Limit(usual: 50, Page.Most));
        int? before = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (after is not null && before is null) asked.Wrong("after", "Use the cursor from the previous answer: a number.");
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var page = await desk.Read(http.User.ToActor(), (db, _) => ImportQueries.List(db, before, limit, ct), ct);
        return Answers.Ok(new Page<ShownImport>([.. page.Items.Select(r => ShownImport.Of(r, active))], page.Next));
    }

    static async Task<IResult> Find(int import, HttpContext http, Desk desk, ActiveImports active, CancellationToken ct) =>
        await desk.Read(http.User.ToActor(), (db, _) => ImportQueries.Find(db, import, ct), ct) is { } run
            ? Answers.Ok(ShownImport.Of(run, active)) : new Refusal.NotFound("import of this number").ToResult();
}

/// <summary>An import and its progress.</summary>
/// <param name="State">A run that nobody carries out any more counts as stopped.</param>
/// <param name="Total">How many statements the file makes.</param>
/// <param name="Taken">How many of them the catalogue holds.</param>
/// <param name="Why">Why it was stopped.</param>
internal sealed record ShownImport(
    int Import, string Source, string Format, string File, string Sha256, bool Complete,
    string By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ImportState State,
    int Total, int Taken, int Added, int Updated, int Unchanged, int Edges, int Stubs, int Gone,
    int EdgesGone, int Merged, int RejectedCount, IReadOnlyList<Rejection> Rejected, string? Why)
{
    public const string GoOn = "Send the same file again with the same source; the import continues where it stopped.";

    public static ShownImport Of(ImportRun r, ActiveImports active)
    {
        var state = active.StateOf(r);
        var why = state is ImportState.Stopped ? $"{Words.Heading(r.Why ?? "the desk was stopped in the middle of it")}. {GoOn}" : null;
        return new(r.Id, r.SourceName, r.Format, r.File, r.Sha256, r.Complete, r.StartedByName, r.StartedAt, r.FinishedAt, state,
            r.Total, r.Taken, r.Added, r.Updated, r.Unchanged, r.Edges, r.Stubs,
            r.Gone, r.EdgesGone, r.Merged, r.Rejected, r.Rejections, why);
    }

    /// <summary>From 0 to 100; finished means 100.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Percent => State is ImportState.Done ? 100 : Total == 0 ? 0 : (int)(100L * Taken / Math.Max(Total, Taken));
}
