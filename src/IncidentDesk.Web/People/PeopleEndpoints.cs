using IncidentDesk.People.Inviting;
using IncidentDesk.People.Tokens;
using IncidentDesk.Timeline;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.People;

/// <summary>People and their tokens over HTTP. What needs a password or a one-time code has pages only.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this WebApplication app)
    {
        var people = app.MapGroup("/api/people").WithTags("People");
        people.MapCommand<InvitePerson, Invitation>("", "Add a person; the answer holds the secret of their one-time link", i => $"/api/people/{i.Person}");

        var tokens = app.MapGroup("/api/tokens").WithTags("Tokens");
        tokens.MapCommand<IssueToken, IssuedToken>("", "Make an API token; the answer shows it once", t => $"/api/tokens/{t.Id}");
        tokens.MapCommand<RevokeToken, Position>("{token:guid}/revoke", "End a token at once");
    }
}
