using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Overview.Board;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Overview.Board;

internal static class ListEndpoint
{
    public static void MapList(this RouteGroupBuilder incidents) => incidents
        .MapGet("", async (HttpContext http, Desk desk, TimeProvider clock, CancellationToken ct) =>
        {
            var filter = FilterIn(new Asked(http.Request.Query), clock);
            return filter.Done
                ? Answers.Ok(await desk.Read(http.User.ToActor(), (db, _) => BoardQueries.List(db, filter.Value, clock.GetUtcNow(), ct), ct))
                : filter.Refusal.ToResult();
        })
        .WithName("ListIncidents").WithQuery("q", "status", "severity", "kind", "asKnownAt", "after", "limit")
        .WithSummary("The board: open incidents first, then the worst, then the newest. Query: q, status, severity, kind, asKnownAt, after, limit (1 to 500)")
        .Produces<BoardPage>().Produces<Problem>(400, "application/problem+json");

    internal static Outcome<BoardFilter> FilterIn(Asked asked, TimeProvider clock)
    {
        var filter = new BoardFilter
        {
            Q = asked.Text("q"), Statuses = asked.Words<IncidentStatus>("status"), Severities = asked.Words<Severity>("severity"),
            Kinds = asked.Words<IncidentKind>("kind"), AsKnownAt = asked.AsKnownAt(clock), After = asked.Text("after"), Limit = asked.Limit(usual: 50, BoardFilter.MostAtOnce),
        };
        if (filter.After is { } after && !BoardCursor.TryRead(after, out _))
            asked.Wrong("after", "This is no cursor of the board. Leave it out to begin at the start, or send the \"next\" of the page before.");
        return asked.Refusal is { } refusal ? refusal : filter;
    }
}
