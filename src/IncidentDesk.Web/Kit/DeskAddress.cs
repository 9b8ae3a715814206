using System.Net;
using IncidentDesk.Web.People;
using Microsoft.Net.Http.Headers;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Under which name the desk is reached (<c>Desk:Address</c>). Links carry it, browsers are told to stay on it, and a request for
/// another name is refused: a host that a request names itself must never lead anybody anywhere. Loopback is always answered.
/// </summary>
internal sealed class DeskAddress
{
    const string Setting = "Desk:Address";
    readonly Uri? _own;

    DeskAddress(Uri? own) => _own = own;

    /// <summary>Whether browsers reach it through TLS, so that cookies are for that alone.</summary>
    public bool IsSecure => _own?.Scheme == Uri.UriSchemeHttps;

    /// <exception cref="StartRefusedException">It is no address, or one at which passwords would travel in plain text.</exception>
    public static DeskAddress In(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } given) return new(null);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var own) || own.PathAndQuery != "/" || own.UserInfo.Length > 0
            || (own.Scheme != Uri.UriSchemeHttps && own.Scheme != Uri.UriSchemeHttp))
            throw new StartRefusedException($"{Setting} is \"{given}\". Write the address of the desk without a path, "
                + "for example https://desk.example.org.");
        if (own.Scheme == Uri.UriSchemeHttp && !own.IsLoopback)
            throw new StartRefusedException($"{Setting} is \"{given}\": passwords and tokens would travel unencrypted. "
                + "Use an https address; .github/DEPLOYING.md shows a reverse proxy that provides it.");
        return new(own);
    }

    /// <summary>For links that are handed on, without a slash at the end.</summary>
    public string Base(HttpRequest request) => Own ?? $"{request.Scheme}://{request.Host}";

    /// <summary>The configured address without a slash at the end; null when there is none.</summary>
    public string? Own => _own?.GetLeftPart(UriPartial.Authority);

    /// <summary>With the prefix by which browsers keep it for this host and for TLS (RFC 6265bis, section 4.1.3.2).</summary>
    public string Cookie(string name) => IsSecure ? "__Host-" + name : name;

    public CookieSecurePolicy Cookies => IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>After machines that ask were answered, which use no cookie and are given no link.</summary>
    public void Use(IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (IsOwn(http.Request.Host))
        {
            // What the proxy took off: the browser speaks this scheme.
            http.Request.Scheme = _own!.Scheme;
            if (IsSecure) http.Response.Headers[HeaderNames.StrictTransportSecurity] = "max-age=31536000; includeSubDomains";
            return next(http);
        }
        return IsLoopback(http.Request.Host.Host) ? next(http) : Misdirected(http);
    });

    /// <summary>Whether a page of this desk sent the request, as its Origin says (RFC 6454, section 7).</summary>
    public static bool IsSameOrigin(HttpRequest request) => request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));

    bool IsOwn(HostString host) => _own is not null && string.Equals(host.Host, _own.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port ?? _own.Port) == _own.Port;

    static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    Task Misdirected(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(_own is null
            ? $"This desk answers at localhost only. To reach it under another name, set {Setting} to its https address."
            : $"This desk answers at {Own}.");
    }
}
