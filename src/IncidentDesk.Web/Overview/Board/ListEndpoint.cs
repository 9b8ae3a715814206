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
            var asked = new QueryReader(http.Request.Query);
            var (filter, moment) = (FilterIn(asked), asked.Moment(clock));
            return asked.Refusal is { } refusal ? refusal.ToResult()
                : Answers.Ok(await desk.Read(http.User.ToActor(), (db, _) => BoardQueries.List(db, filter, moment, ct), ct));
        })
        .WithName("ListIncidents").WithQuery("q", "status", "severity", "kind", "asKnownAt", "after", "limit")
        .WithSummary("List incidents: open first, then by severity, then newest. Query: "
            + "q, status, severity, kind, asKnownAt, after, limit (1 to 500)")
        .Produces<BoardPage>().Produces<Problem>(400, "application/problem+json");

    static BoardFilter FilterIn(QueryReader asked)
    {
        var filter = new BoardFilter
        {
            Q = asked.Text("q"), Statuses = asked.Words<IncidentStatus>("status"), Severities = asked.Words<Severity>("severity"),
            Kinds = asked.Words<IncidentKind>("kind"), After = asked.Text("after"), Limit = asked.Limit(usual: 50, BoardFilter.MostAtOnce),
        };
        if (filter.After is { } after && !BoardCursor.TryRead(after, out _))
            asked.Wrong("after",
                "This is not a cursor of the board. Leave it out to start from the beginning, or send the \"next\" of the previous page.");
        return filter;
    }
}
