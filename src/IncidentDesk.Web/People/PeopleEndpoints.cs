using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.People.SigningIn;

namespace IncidentDesk.Web.People;

/// <summary>People and their tokens over HTTP. What needs a password or a one-time code has pages only.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this WebApplication app)
    {
        app.MapSignOut();
        app.MapSecurityEvents();

        var people = app.MapGroup("/api/people").WithTags("People");
        people.MapGet("", async (HttpContext http, Desk desk, CancellationToken ct) =>
            Answers.Ok(new { items = await desk.Read(http.User.ToActor(), (db, caller) => PeopleQueries.List(db, caller, ct), ct) }))
            .WithSummary("List the people on this desk");

        var tokens = app.MapGroup("/api/tokens").WithTags("Tokens");
        tokens.MapGet("", async (Guid? person, HttpContext http, Desk desk, CancellationToken ct) => Answers.Ok(new
        {
            items = await desk.Read(http.User.ToActor(), (db, caller) => TokenQueries.Of(db, caller, person ?? caller.Id, ct), ct),
        })).WithSummary("List your tokens, or as an administrator those of another person");

        app.MapGet("/api/sessions", async (Guid? person, HttpContext http, Desk desk, TimeProvider clock, CancellationToken ct) =>
            Answers.Ok(new
            {
                items = await desk.Read(http.User.ToActor(),
                    (db, caller) => SessionQueries.Of(db, caller, person ?? caller.Id, clock.GetUtcNow(), ct), ct),
            })).WithTags("People").WithSummary("List your sessions, or as an administrator those of another person");
    }
}
