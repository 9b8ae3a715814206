using System.Globalization;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Listing;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Listing;

/// <summary>Pauses as JSON page by page, or all that fit as CSV.</summary>
internal static class PauseListEndpoint
{
    static readonly string[] Columns =
    [
        "key", "target", "scope", "state", "standing", "mode", "incident",
        "in_force_from", "decided_by", "reviewer", "review_by", "overdue",
        "sightings", "last_seen_running", "verified_by", "verified_at", "conditions_open", "conditions", "ended_at",
    ];

    public static void MapPauseList(this RouteGroupBuilder pauses) => pauses.MapGet("", List)
        .WithQuery("state", "mode", "only", "reviewer", "sort", "asKnownAt", "after", "limit", "format")
        .WithSummary("List pauses. Query: state, mode, only=in-force|overdue|seen-running|not-verified, reviewer (part of "
            + "a name, or me), sort=key|review|age|reviewer|sightings, asKnownAt, after, limit (1 to 500), format=csv")
        .Produces<Page<Pause>>().Produces<Problem>(400, "application/problem+json");

    static async Task<IResult> List(HttpContext http, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var filter = new PauseFilter
        {
            States = asked.Words<PauseState>("state"), Modes = asked.Words<PauseMode>("mode"),
            Only = asked.Word<PauseConcern>("only"), Reviewer = asked.Text("reviewer", 120),
            Order = asked.Word<PauseOrder>("sort") ?? PauseOrder.Key, After = asked.Text("after"), Limit = asked.Limit(100, Page.Most),
        };
        var (format, moment) = (asked.OneOf("format", "json", "csv"), asked.Moment(clock));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        return format == "csv"
            ? new Csv("pauses.csv", Columns,
                Csv.All(after => Read(filter with { After = after, Limit = Page.Bulk })).Select(p => Row(p, moment.At)))
            : Answers.Ok(await Read(filter));

        Task<Page<Pause>> Read(PauseFilter some) => http.Read(db => PauseListQueries.List(db, some, moment, http.RequestAborted));
    }

    static string?[] Row(Pause p, DateTimeOffset at) =>
    [
        p.Key, p.Target, p.Scope, Words.Of(p.State), p.StatusAt(at), Words.Of(p.Mode),
        p.Incident is { } number ? IncidentDesk.Incidents.Incident.NameOf(number) : null,
        Instant(p.OrderedAt), p.DecidedBy, p.Reviewer?.Name,
        Instant(p.ReviewBy), p.IsOverdue(at) ? "yes" : "no", Number(p.Sightings?.Count),
        Instant(p.Sightings?.Last ?? p.Alarm?.LastSeen), p.Verification?.By, Instant(p.Verification?.At),
        Number(p.OpenConditions.Count), Number(p.Conditions.Length), Instant(p.EndedAt),
    ];

    static string? Instant(DateTimeOffset? at) => at is { } instant ? Instants.Write(instant) : null;

    static string? Number(int? count) => count?.ToString(CultureInfo.InvariantCulture);
}
