using System.Globalization;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Assets.Evidence;

internal static class EvidenceReadEndpoints
{
    static readonly string[] Columns =
        ["key", "container", "owner", "exposed_from", "exposed_to", "disclosure", "finding", "why", "contradiction",
            "accesses", "accesses_estimated", "searches_unknown", "coverage", "readers", "containment"];

    public static void MapEvidenceReads(this RouteGroupBuilder evidence)
    {
        evidence.MapGet("", Entries).WithName("Evidence").WithQuery("asKnownAt")
            .WithSummary("List the entries that recorded evidence, newest first; withdrawn ones name the entry that withdrew them")
            .Answers<Page<EvidenceEntry>>();
        evidence.MapGet("summary", Summary).WithName("EvidenceSummary").WithQuery("group", "asKnownAt")
            .WithSummary("Summarise who could read, who did, what the logs cover and what cannot be assessed; "
                + "counted with group=container|owner|label|disclosure").Answers<EvidenceSummary>();
        evidence.MapGet("assets", Assets).WithName("AssessedAssets")
            .WithQuery("q", "finding", "doubt", "containment", "contradicted", "after", "limit", "asKnownAt", "format")
            .WithSummary("List linked assets with the assessment of their evidence and the reason. "
                + "Query: q, finding, doubt, containment, contradicted=yes, asKnownAt, format=csv")
            .Answers<Page<AssessedAsset>>();
    }

    static void Answers<T>(this RouteHandlerBuilder route) =>
        route.Produces<T>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");

    static Task<IResult> Entries(int incident, HttpContext http) => http.AsKnown(incident, new(http.Request.Query), async (db, about, _) =>
        Kit.Answers.Ok(new Page<EvidenceEntry>(await EvidenceQueries.Entries(db, about, http.RequestAborted), null)));

    static Task<IResult> Summary(int incident, HttpContext http)
    {
        var asked = new QueryReader(http.Request.Query);
        var group = asked.Word<RollUpBy>("group");
        return http.AsKnown(incident, asked,
            async (db, about, moment) => Kit.Answers.Ok((await EvidenceQueries.Summary(db, about, group, moment, http.RequestAborted))!));
    }

    static Task<IResult> Assets(int incident, HttpContext http)
    {
        var asked = new QueryReader(http.Request.Query);
        var (after, limit, format) = (asked.Text("after", 1_000), asked.Limit(usual: 50, Page.Most), asked.OneOf("format", "json", "csv"));
        var filter = new AssessedFilter
        {
            Q = asked.Text("q", 1_000), Finding = asked.Word<AccessAssessment>("finding"),
            Doubt = asked.Word<Doubt>("doubt"), Containment = asked.Word<Containment>("containment"),
            Contradicted = asked.OneOf("contradicted", "no", "yes") == "yes",
        };
        return http.AsKnown(incident, asked, async (db, about, moment) => format == "csv"
            ? new Csv($"INC-{incident}-evidence.csv", Columns,
                (await EvidenceQueries.Every(db, about, filter, moment, http.RequestAborted)).ToAsyncEnumerable().Select(Row))
            : Kit.Answers.Ok(await EvidenceQueries.Assets(db, about, filter, after, limit, moment, http.RequestAborted)));
    }

    /// <summary>Reads of an incident as it is at the moment that is asked for.</summary>
    static async Task<IResult> AsKnown(
        this HttpContext http, int incident, QueryReader asked, Func<DeskDb, Incident, Moment, Task<IResult>> read)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var moment = asked.Moment(clock);
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        return await http.Read(async db =>
        {
            var about = await IncidentQueries.At(db, incident, moment, http.RequestAborted);
            if (!about.Done) return about.Refusal.ToResult();
            http.Response.Headers.ETag = $"\"{about.Value.Position}\"";
            return await read(db, about.Value, moment);
        });
    }

    static string?[] Row(AssessedAsset a) =>
    [
        a.Key, a.Container, a.Owner, At(a.ExposedFrom), At(a.ExposedTo), a.Disclosure.Spelled(),
        Words.Of(a.Finding), a.Why, a.Contradiction, Number(a.Accesses), Number(a.AccessesEstimated),
        Number(a.SearchesUnknown), a.Coverage?.ToString(CultureInfo.InvariantCulture), string.Join(';', a.Readers), a.Containment.Word(),
    ];

    static string? At(DateTimeOffset? instant) => instant is { } at ? Instants.Write(at) : null;

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
