using System.Collections.Concurrent;
using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using IncidentDesk.Web.People.SigningIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Web.Tests.Kit;

/// <summary>
/// A person at both: what they send to the API carries their token, what they open as a page the cookie of a session in a browser, as it
/// is for real. Signing in has tests of its own; here nobody types a password.
/// </summary>
internal sealed class BrowserOf(IServiceProvider host, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    static readonly string[] OfMachines = ["/api/", "/ofrep/", "/openapi/"];

    readonly ConcurrentDictionary<string, (string Cookie, DateTimeOffset At)> _cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (request.Headers.Authorization?.Parameter is { } token && !OfMachines.Any(o => path.StartsWith(o, StringComparison.Ordinal))
            && await CookieOf(token, cancellationToken) is { } cookie)
        {
            request.Headers.Authorization = null;
            var others = request.Headers.TryGetValues("Cookie", out var given) ? given : [];
            request.Headers.Remove("Cookie");
            request.Headers.Add("Cookie", string.Join("; ", [.. others, cookie]));
        }
        return await base.SendAsync(request, cancellationToken);
    }

    async Task<string?> CookieOf(string token, CancellationToken ct)
    {
        var now = host.GetRequiredService<TimeProvider>().GetUtcNow();
        if (_cookies.TryGetValue(token, out var known) && (now - known.At).Duration() < TimeSpan.FromHours(1)) return known.Cookie;
        if (await host.GetRequiredService<TokenMemory>().Present(token, ct) is not { } presented) return null;
        return (_cookies[token] = (await Begin(host, presented.Actor.Person), now)).Cookie;
    }

    /// <summary>
    /// The cookie of a new session of that person. The one behind <c>Setup:ApiToken</c> has no password, and no command could give them
    /// one that does not end their token, so what a password and an authenticator would prove is written into the account.
    /// </summary>
    public static async Task<string> Begin(IServiceProvider host, Guid person, string device = "Mozilla/5.0 (X11; Linux) Firefox/140.0")
    {
        await using var scope = host.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var admission = await host.GetRequiredService<DeskStore>().Write(db, async () =>
        {
            var account = await db.AccountOf(person, default);
            account.TwoFactorEnabled |= account.PasswordHash is null;
            await db.SaveChangesAsync();
            return (Admission.To(account), Keep: true);
        }, default);
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.UserAgent = device;
        await Sessions.Begin(http, admission);
        return http.Response.Headers.SetCookie.Single()!.Split(';')[0];
    }
}
