using System.Globalization;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Timeline;

internal static class TimelineEndpoint
{
    static readonly string[] Columns =
        ["position", "happened_at", "recorded_at", "by", "via", "kind", "text",
            "privileged", "supersedes", "corrected_by", "redacted_by", "hash"];

    public static void MapReading(this RouteGroupBuilder incident) => incident.MapGet("timeline", Read).WithName("ReadTimeline")
        .WithQuery("order", "first", "kind", "q", "asKnownAt", "payload", "after", "limit", "format")
        .WithSummary("Show the timeline. Query: order=recorded|happened, first=oldest|newest, kind, "
            + "q (words), asKnownAt, payload=no|yes, after, limit (1 to 500), format=json|csv")
        .Produces<TimelinePage>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");

    static async Task<IResult> Read(int incident, HttpContext http, Desk desk, TimeProvider clock, CancellationToken ct)
    {
        var asked = new QueryReader(http.Request.Query);
        var format = asked.OneOf("format", "json", "csv");
        var (filter, moment) = (FilterIn(asked, http.Request.Query), asked.Moment(clock));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        // A file is the whole timeline; its first page tells whether there is one.
        var first = await Some(format == "csv" ? filter with { Limit = TimelineFilter.MostRows } : filter);
        if (!first.Done) return first.Refusal.ToResult();
        return format == "csv" ? new Csv($"{Incident.NameOf(incident)}-timeline.csv", Columns, Rows(first.Value)) : Answers.Ok(first.Value);

        Task<Outcome<TimelinePage>> Some(TimelineFilter part) =>
            desk.Read(http.User.ToActor(), (db, caller) => TimelineQueries.Page(db, caller, incident, part, moment, ct), ct);

        async IAsyncEnumerable<string?[]> Rows(TimelinePage page)
        {
            while (true)
            {
                foreach (var row in page.Items) yield return Cells(row);
                if (page.Next is null) yield break;
                // Who is taken off a private incident meanwhile gets no more of it.
                if (await Some(filter with { After = page.Next, Limit = TimelineFilter.MostRows }) is not { Done: true, Value: { } next })
                    yield break;
                page = next;
            }
        }
    }

    static TimelineFilter FilterIn(QueryReader asked, IQueryCollection query) => new()
    {
        After = asked.Text("after"), Limit = asked.Limit(usual: 50, TimelineFilter.MostRows),
        Order = asked.Word<TimelineOrder>("order") ?? TimelineOrder.Recorded,
        NewestFirst = asked.OneOf("first", "oldest", "newest") == "newest", Text = asked.Text("q"),
        Kinds = [.. query["kind"].SelectMany(
            k => (k ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        Payload = asked.OneOf("payload", "no", "yes") == "yes",
    };

    static string?[] Cells(TimelineRow r) =>
    [
        Number(r.Position), Instants.Write(r.HappenedAt), Instants.Write(r.RecordedAt),
        r.By, r.Via, r.Kind, r.Text, r.Privileged ? "yes" : "no",
        Number(r.Supersedes), Number(r.CorrectedBy), Number(r.RedactedBy), r.Hash,
    ];

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
