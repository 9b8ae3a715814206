using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using IncidentDesk.Door;
using Microsoft.AspNetCore.RateLimiting;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>
/// Guessing is slow: within a minute so many attempts for an address, or with a link, from one place, and so many from one place in
/// all. A device that a person is known on is a place of its own; so strangers behind the same address, or the same proxy, do not
/// use up its attempts.
/// </summary>
internal static class AttemptLimits
{
    const int ForOneAddress = 10;
    const int FromOnePlace = 60;

    /// <summary>A room full of people who were just invited has one place; a link of 256 random bits is not guessed.</summary>
    const int LinksFromOnePlace = 300;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAttemptLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http =>
                IsLink(http) ? Limit($"links {PlaceOf(http)}", LinksFromOnePlace) : Limit(From(http), FromOnePlace)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => Limit($"{From(http)} {Wanted(http)}", ForOneAddress)));
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

    static bool IsLink(HttpContext http) => !http.Request.Path.StartsWithSegments("/sign-in");

    static string From(HttpContext http) => KnownDevices.For(http, Wanted(http)) is { } device ? $"device {device}" : PlaceOf(http);

    /// <summary>An IPv4 address, or the network of an IPv6 one: a single host has 2^64 of those.</summary>
    public static string PlaceOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexStringLower(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };

    /// <summary>The account or the link that is tried.</summary>
    static string Wanted(HttpContext http) => IsLink(http) ? http.Request.Path.ToString()
        : http.Request.HasFormContentType ? http.Request.Form["email"].ToString().Trim().ToUpperInvariant() : "";
}
