using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Pauses.Asking;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>
/// Who may come in: people with a cookie, machines with a bearer token to the API and to nothing else, and nobody else unless a page
/// says so.
/// </summary>
internal static class SignInServices
{
    const string CookieOrBearer = "desk";

    /// <summary>For the one page that is open before an authenticator is set up.</summary>
    public const string EvenUnfinished = "even-unfinished";

    public static IServiceCollection AddSignIn(
        this IServiceCollection services, IConfiguration configuration, DeskAddress address)
    {
        services.AddAuthentication(CookieOrBearer)
            .AddPolicyScheme(CookieOrBearer, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 && IsApi(http.Request)
                    ? BearerHandler.Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => Configure(cookie, address))
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Scheme, null);

        var finished = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(c => !Sessions.IsUnfinished(c.User) && !AskerServices.OnlyAsks(c.User)).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(finished).SetFallbackPolicy(finished)
            .AddPolicy(EvenUnfinished, p => p.RequireAuthenticatedUser());
        services.AddSingleton<IAuthorizationPolicyProvider, Policies>();
        return services.AddSessionKeys(configuration).AddAttemptLimits();
    }

    /// <summary>After routing, before antiforgery and endpoints.</summary>
    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseAttemptLimits();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    static void Configure(CookieAuthenticationOptions cookie, DeskAddress address)
    {
        cookie.Cookie.Name = address.Cookie("desk-session");
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = address.Cookies;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/account/authenticator";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = Sessions.Check;
        cookie.Events.OnRedirectToLogin = Redirect;
        cookie.Events.OnRedirectToAccessDenied = Redirect;
    }

    static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page leads on to where one signs in; the API says so and leads nowhere.</summary>
    static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsApi(context.Request))
            return new Refusal.NotSignedIn().ToResult().ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Remembers no policy by endpoint: that memory asks for every endpoint before the server listens, and putting them together
    /// was measured as a quarter of a start.
    /// </summary>
    sealed class Policies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
    {
        public override bool AllowsCachingPolicies => false;
    }
}
