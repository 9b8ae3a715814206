using System.Security.Claims;
using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>Sessions of people: begun by an admission, looked at again at every request.</summary>
internal static class Sessions
{
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    const string Stamp = "desk:stamp";
    const string Unfinished = "desk:unfinished";

    /// <summary>Without an authenticator a session carries no role and reaches the page on which one is set up.</summary>
    public static Task Begin(HttpContext http, Admission admission)
    {
        var actor = new Actor(admission.Person, Actor.Page) { Limit = admission.HasAuthenticator ? Roles.All : Roles.None };
        IEnumerable<Claim> more = admission.HasAuthenticator ? [new(Stamp, admission.Stamp)]
            : [new(Stamp, admission.Stamp), new(Unfinished, "")];
        return http.SignInAsync(Scheme, ClaimsActor.PrincipalOf(actor, Scheme, more));
    }

    public static bool IsUnfinished(ClaimsPrincipal user) => user.HasClaim(c => c.Type == Unfinished);

    /// <summary>A new password, a new link, a reset or a deactivation changed the stamp: the session is over at once.</summary>
    public static async Task Check(CookieValidatePrincipalContext context)
    {
        if (IsSentByAnotherSite(context.Request)) { context.RejectPrincipal(); return; }
        var (desk, user, ct) = (context.HttpContext.RequestServices.GetRequiredService<Desk>(),
            context.Principal!, context.HttpContext.RequestAborted);
        var stamp = user.FindFirstValue(Stamp) ?? "";
        if (await desk.Read(Actor.Nobody, (db, _) => AccountQueries.Session(db, user.ToActor().Person, stamp, ct), ct) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>
    /// A cookie alone does not speak for a person when another site's page sends the request
    /// (Fetch Metadata, Sec-Fetch-Site). Browsers that do not say so name the origin.
    /// </summary>
    static bool IsSentByAnotherSite(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "" => !DeskAddress.IsSameOrigin(request),
            var site => site is "cross-site" or "same-site",
        };

    /// <summary>Only a path of this desk: a link to the sign-in page must not lead to somebody else's.</summary>
    public static string LocalOr(string? path, string otherwise) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : otherwise;

    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", async (HttpContext http, SecurityLog security, IAntiforgery forms) =>
        {
            if (!await forms.IsRequestValidAsync(http)) return Results.BadRequest();
            if (http.User.ToActor() is var by && by.Person != Guid.Empty) security.Note(SecurityKind.SignedOut, by.Person);
            await http.SignOutAsync(Scheme);
            return Results.Redirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
}
