using IncidentDesk.Door;
using IncidentDesk.People.Auditing;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.People;

/// <summary>Who came in, who was refused, and who took out or read what, as the page and the API ask for it.</summary>
internal static class SecurityEventsEndpoint
{
    public static void MapSecurityEvents(this WebApplication app) => app.MapGet("/api/security-events",
        async (HttpContext http, Desk desk, CancellationToken ct) =>
        {
            var asked = new QueryReader(http.Request.Query);
            var filter = FilterIn(asked);
            return asked.Refusal is { } wrong ? wrong.ToResult() : Answers.Ok(await desk.Read(http.User.ToActor(),
                (db, caller) => SecurityEventQueries.Page(db, caller, filter, ct), ct));
        })
        .WithTags("People").WithName("ListSecurityEvents").WithQuery("incident", "kind", "person", "after", "limit")
        .WithSummary("List security events, newest first, as an administrator, or those of a private incident as its participant. "
            + "Query: incident, kind, person, after, limit (1 to 500)")
        .Produces<Page<SecurityEventRow>>().Produces<Problem>(400, "application/problem+json");

    public static SecurityEventFilter FilterIn(QueryReader asked)
    {
        var incident = asked.Number("incident", 0, int.MaxValue);
        var person = asked.Text("person");
        if (person is not null && !Guid.TryParse(person, out _)) asked.Wrong("person", "This is not the identity of a person.");
        return new()
        {
            Kinds = asked.Words<SecurityKind>("kind"), Person = Guid.TryParse(person, out var id) ? id : null,
            Incident = incident == 0 ? null : incident, After = asked.Text("after"), Limit = asked.Limit(usual: 100, Page.Most),
        };
    }
}
