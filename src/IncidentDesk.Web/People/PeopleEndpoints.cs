using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;
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

        var people = app.MapGroup("/api/people").WithTags("People");
        people.MapGet("", async (HttpContext http, Desk desk, CancellationToken ct) =>
            Answers.Ok(new { items = await desk.Read(http.User.ToActor(), (db, _) => PeopleQueries.List(db, ct), ct) })).WithSummary("Everybody on the desk");
        people.MapCommand<InvitePerson, Invitation>("", "Add a person; the answer holds the secret of their one-time link", i => $"/api/people/{i.Person}");
        var person = people.MapGroup("{person:guid}");
        person.MapCommand<ChangeRoles, Position>("roles", "Replace the roles of a person");
        person.MapCommand<RenewInvitation, Invitation>("invitation", "Make a new one-time link; the old one, the password and every session end");
        person.MapCommand<ResetAuthenticator, Position>("authenticator/reset", "Take a lost authenticator away");
        person.MapCommand<DeactivatePerson, Position>("deactivate", "End what a person may do, with their sessions and tokens");
        person.MapCommand<ReactivatePerson, Position>("reactivate", "Let a person come in again");
        app.MapGroup("/api/account").WithTags("People").MapCommand<ChangeOwnProfile, Position>("", "Change your name and time zone");

        var tokens = app.MapGroup("/api/tokens").WithTags("Tokens");
        tokens.MapGet("", async (Guid? person, HttpContext http, Desk desk, CancellationToken ct) => Answers.Ok(new
        {
            items = await desk.Read(http.User.ToActor(), (db, caller) => TokenQueries.Of(db, caller, person ?? caller.Id, ct), ct),
        })).WithSummary("Your tokens, or as an administrator those of a person");
        tokens.MapCommand<IssueToken, IssuedToken>("", "Make an API token; the answer shows it once", t => $"/api/tokens/{t.Id}");
        tokens.MapCommand<RevokeToken, Position>("{token:guid}/revoke", "End a token at once");
    }
}
