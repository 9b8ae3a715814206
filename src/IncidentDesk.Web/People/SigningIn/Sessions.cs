using System.Data.Common;
using System.Security.Claims;
using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>Sessions of people: begun by an admission, kept by the desk, looked at again at every request.</summary>
internal static class Sessions
{
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    const string Unfinished = "desk:unfinished";

    /// <summary>Without an authenticator a session carries no role and reaches the page on which one is set up.</summary>
    public static async Task Begin(HttpContext http, Admission admission)
    {
        var begun = await http.RequestServices.GetRequiredService<Desk>().Do(new BeginSession
        {
            Person = admission.Person, Stamp = new(admission.Stamp), Device = Device.Of(http.Request.Headers.UserAgent.ToString()),
            Place = http.Connection.RemoteIpAddress?.ToString() ?? "", Instead = http.User.ToActor().Session,
        }, Actor.Nobody, ct: http.RequestAborted);
        // The account changed in the same moment: the next page asks to sign in.
        if (!begun.Done) return;
        var actor = new Actor(admission.Person, Actor.Page)
        {
            Limit = admission.HasAuthenticator ? Roles.All : Roles.None, Session = begun.Value
        };
        IEnumerable<Claim> more = admission.HasAuthenticator ? [] : [new(Unfinished, "")];
        await http.SignInAsync(Scheme, ClaimsActor.PrincipalOf(actor, Scheme, more));
    }

    public static bool IsUnfinished(ClaimsPrincipal user) => user.HasClaim(c => c.Type == Unfinished);

    /// <summary>Signed out here or elsewhere, too old, or its account changed: the session is over at once.</summary>
    public static async Task Check(CookieValidatePrincipalContext context)
    {
        if (IsSentByAnotherSite(context.Request)) { context.RejectPrincipal(); return; }
        var (services, by, ct) = (context.HttpContext.RequestServices, context.Principal!.ToActor(), context.HttpContext.RequestAborted);
        var (desk, now) = (services.GetRequiredService<Desk>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var session = await desk.Read(Actor.Nobody, (db, _) => SessionQueries.InForce(db, by, now, ct), ct);
        if (session is { NoteUse: true }) await Note(desk, by, ct);
        if (session is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>A desk that cannot write for now can still be read.</summary>
    static async Task Note(Desk desk, Actor by, CancellationToken ct)
    {
        try
        {
            await desk.Do(new NoteSessionUse(), by, ct: ct);
        }
        catch (Exception away) when (away is DbException or DbUpdateException)
        {
            // Noted at a later request, or the session ends a little earlier.
        }
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
        app.MapPost("/sign-out", async (HttpContext http, Desk desk, SecurityLog security, IAntiforgery forms) =>
        {
            if (!await forms.IsRequestValidAsync(http)) return Results.BadRequest();
            if (http.User.ToActor() is { Session: { } session } by)
            {
                await desk.Do(new EndSessions { Session = session }, by);
                security.Note(SecurityKind.SignedOut, by.Person);
            }
            await http.SignOutAsync(Scheme);
            // Not "cookies": that would also sign the reader out of every other site under the same registered domain.
            http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
            return Results.Redirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
}
