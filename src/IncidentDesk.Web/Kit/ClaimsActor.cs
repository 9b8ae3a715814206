using System.Security.Claims;
using IncidentDesk.People;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Who came, how, and with no more roles than these: from the actor the desk knows to what a
/// session or token carries, and back.
/// </summary>
internal static class ClaimsActor
{
    public const string Via = "desk:via";
    public const string Limit = "desk:limit";
    const string ByAnother = "desk:by-another";
    const string Session = "desk:session";
    const string Token = "desk:token";

    public static ClaimsPrincipal PrincipalOf(Actor actor, string scheme, params IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, actor.Person.ToString()), new(Via, actor.Via), new(Limit, actor.Limit.ToString()),
            new(ByAnother, actor.ByAnother.ToString()), .. Named(Session, actor.Session), .. Named(Token, actor.Token), .. more], scheme));

    public static Actor ToActor(this ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)) return Actor.Nobody;
        var limit = Enum.TryParse<Roles>(user.FindFirstValue(Limit), out var roles) ? roles : Roles.None;
        return new Actor(person, user.FindFirstValue(Via) ?? Actor.Page)
        {
            Limit = limit, ByAnother = user.FindFirstValue(ByAnother) == bool.TrueString,
            Session = IdIn(user, Session), Token = IdIn(user, Token),
        };
    }

    static IEnumerable<Claim> Named(string type, Guid? id) => id is { } given ? [new(type, given.ToString())] : [];

    static Guid? IdIn(ClaimsPrincipal user, string type) => Guid.TryParse(user.FindFirstValue(type), out var id) ? id : null;
}
