using IncidentDesk.Door;
using Microsoft.Net.Http.Headers;

namespace IncidentDesk.Web.Kit;

/// <summary>From where a request comes, for the security events.</summary>
internal static class Origins
{
    public static void AddOrigins(this IServiceCollection services) =>
        services.AddSingleton<ComesFrom>(s =>
        {
            var http = s.GetRequiredService<IHttpContextAccessor>();
            return () => http.HttpContext is { } now ? Of(now) : Origin.Unknown;
        });

    public static Origin Of(HttpContext http) => new(
        http.Connection.RemoteIpAddress is { } ip ? (ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip).ToString() : "",
        Short(http.Request.Headers[HeaderNames.UserAgent].ToString()));

    /// <summary>The browser, or the first product that the client names, without version: <c>Firefox</c>, <c>curl</c>.</summary>
    static string Short(string agent)
    {
        var products = agent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Contains('/', StringComparison.Ordinal))
            .Select(p => p.Split('/')[0]).Where(p => p.Length <= 40 && p.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            .ToList();
        return Browsers.FirstOrDefault(products.Contains) ?? products.FirstOrDefault() ?? "";
    }

    /// <summary>In this order: most browsers also name those that they are like.</summary>
    static readonly string[] Browsers = ["Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari"];
}
