using System.Security.Claims;
using IncidentDesk.People;

namespace IncidentDesk.Web.Kit;

/// <summary>From what the sign-in left behind to the actor the desk knows.</summary>
internal static class ClaimsActor
{
    public const string Via = "desk:via";
    public const string Limit = "desk:limit";

    public static Actor ToActor(this ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)) return Actor.Nobody;
        var limit = Enum.TryParse<Roles>(user.FindFirstValue(Limit), out var roles) ? roles : Roles.All;
        return new Actor(person, user.FindFirstValue(Via) ?? "page") { Limit = limit };
    }
}
