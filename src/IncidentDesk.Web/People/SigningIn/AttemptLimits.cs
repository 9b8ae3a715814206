using System.Globalization;
using System.Threading.RateLimiting;
using IncidentDesk.Door;
using Microsoft.AspNetCore.RateLimiting;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>
/// Guessing is slow: within a minute so many attempts for an address from one place, and so many from one place in all. Behind a
/// proxy the place is known only with ASPNETCORE_FORWARDEDHEADERS_ENABLED=true.
/// </summary>
internal static class AttemptLimits
{
    const int ForOneAddress = 10;
    const int FromOnePlace = 60;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAttemptLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Limit(Place(http), FromOnePlace)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => Limit($"{Place(http)} {Address(http)}", ForOneAddress)));
        limits.OnRejected = async (context, ct) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<SecurityLog>().Note(SecurityKind.LockedOut, null);
            context.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await context.HttpContext.Response.WriteAsync(
                "Too many attempts from your address. Nothing was checked and nothing was saved. Wait a minute, go back, and try again.",
                ct);
        };
    });

    public static void UseAttemptLimits(this IApplicationBuilder app)
    {
        app.UseWhen(IsAttempt, attempts =>
        {
            // The limiter cannot wait for a body, so the form is read before it.
            attempts.Use(async (http, next) =>
            {
                if (http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
                await next(http);
            });
            attempts.UseRateLimiter();
        });
    }

    static RateLimitPartition<string> Limit(string key, int many) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = many, Window = Window });

    static bool IsAttempt(HttpContext http) => HttpMethods.IsPost(http.Request.Method)
        && (http.Request.Path.StartsWithSegments("/sign-in") || http.Request.Path.StartsWithSegments("/set-up")
            || http.Request.Path.StartsWithSegments("/invitation"));

    static string Place(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    static string Address(HttpContext http) =>
        http.Request.HasFormContentType ? http.Request.Form["email"].ToString().Trim().ToUpperInvariant() : "";
}
