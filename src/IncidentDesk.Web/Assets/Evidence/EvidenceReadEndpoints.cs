using System.Globalization;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Door;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Evidence;

internal static class EvidenceReadEndpoints
{
    static readonly string[] Columns =
        ["key", "container", "owner", "exposed_from", "exposed_to", "disclosure", "finding", "why", "contradiction", "accesses", "accesses_estimated", "searches_unknown", "coverage", "readers", "containment"];

    public static void MapEvidenceReads(this RouteGroupBuilder evidence)
    {
        evidence.MapGet("", Entries).WithName("Evidence").WithQuery("asKnownAt").WithSummary("Every entry that put evidence on record, the latest first; withdrawn ones say by which entry")
            .Answers<Page<EvidenceEntry>>();
        evidence.MapGet("summary", Summary).WithName("EvidenceSummary").WithQuery("group", "asKnownAt")
            .WithSummary("Who could read, who did, what logs cover, and what cannot be assessed; counted with group=container|owner|label|disclosure").Answers<EvidenceSummary>();
        evidence.MapGet("assets", Assets).WithName("AssessedAssets").WithQuery("q", "finding", "doubt", "containment", "contradicted", "after", "limit", "asKnownAt", "format")
            .WithSummary("Each linked asset with what the evidence comes to and why. Query: q, finding, doubt, containment, contradicted=yes, asKnownAt, format=csv").Answers<Page<AssessedAsset>>();
    }

    static void Answers<T>(this RouteHandlerBuilder route) => route.Produces<T>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");

    static Task<IResult> Entries(int incident, HttpContext http) => http.AsKnown(incident, new(http.Request.Query), async (db, _, position) =>
        Kit.Answers.Ok(new Page<EvidenceEntry>(await EvidenceQueries.Entries(db, incident, position, http.RequestAborted), null)));

    static Task<IResult> Summary(int incident, HttpContext http)
    {
        var asked = new Asked(http.Request.Query);
        var group = asked.Word<RollUpBy>("group");
        return http.AsKnown(incident, asked, async (db, at, position) => Kit.Answers.Ok((await EvidenceQueries.Summary(db, incident, group, at, position, http.RequestAborted))!));
    }

    static Task<IResult> Assets(int incident, HttpContext http)
    {
        var asked = new Asked(http.Request.Query);
        var (after, limit, format) = (asked.Text("after", 1_000), asked.Limit(usual: 50, Page.Most), asked.OneOf("format", "json", "csv"));
        var filter = new AssessedFilter
        {
            Q = asked.Text("q", 1_000), Finding = asked.Word<Finding>("finding"), Doubt = asked.Word<Doubt>("doubt"), Containment = asked.Word<Containment>("containment"),
            Contradicted = asked.OneOf("contradicted", "no", "yes") == "yes",
        };
        return http.AsKnown(incident, asked, async (db, at, position) => format == "csv"
            ? new Csv($"INC-{incident}-evidence.csv", Columns, (await EvidenceQueries.Every(db, incident, filter, at, position, http.RequestAborted)).ToAsyncEnumerable().Select(Row))
            : Kit.Answers.Ok(await EvidenceQueries.Assets(db, incident, filter, after, limit, at, position, http.RequestAborted)));
    }

    /// <summary>Reads at a position of the incident's record: that of now, or of the instant somebody looks back to.</summary>
    static async Task<IResult> AsKnown(this HttpContext http, int incident, Asked asked, Func<DeskDb, DateTimeOffset, int, Task<IResult>> read)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var then = asked.AsKnownAt(clock);
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        return await http.Read(async db =>
        {
            var about = await IncidentHistory.At(db, incident, then ?? DateTimeOffset.MaxValue, http.RequestAborted);
            if (!about.Done) return about.Refusal.ToResult();
            http.Response.Headers.ETag = $"\"{about.Value.Position}\"";
            return await read(db, then ?? clock.GetUtcNow(), about.Value.Position);
        });
    }

    static string?[] Row(AssessedAsset a) =>
    [
        a.Key, a.Container, a.Owner, At(a.ExposedFrom), At(a.ExposedTo), a.Disclosure.Code(), Words.Of(a.Finding), a.Why, a.Contradiction, Number(a.Accesses), Number(a.AccessesEstimated),
        Number(a.SearchesUnknown), a.Coverage?.ToString(CultureInfo.InvariantCulture), string.Join(';', a.Readers), a.Containment.Word(),
    ];

    static string? At(DateTimeOffset? instant) => instant is { } at ? Instants.Write(at) : null;

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
