using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentDesk.Web.Tests.Kit;
using IncidentDesk.Web.Tests.Surfaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.People.SigningIn;

/// <summary>What a token opens, whatever its kind: the API as far as its roles, and neither a page nor its person's account.</summary>
public sealed class TokenReachTests : ColleaguesTest
{
    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 3, 10, 0, TimeSpan.Zero));

    /// <summary>Pages for whoever is not signed in.</summary>
    static readonly string[] OpenToAnybody =
        ["/sign-in", "/set-up/{Secret}", "/invitation/{Secret}", "/not-found", "/error", "/{**path}", "/_framework/opaque-redirect"];

    /// <summary>With these one administrates, so what goes without a browser goes with them.</summary>
    static readonly string[] Administrating = ["set-up", "administrator"];

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task No_token_opens_a_page()
    {
        var pages = Endpoints.Pages(Services).Except(OpenToAnybody).ToList();
        Assert.True(pages.Count > 30);
        foreach (var (kind, token) in await Tokens())
            foreach (var page in pages)
            {
                using var answer = await Bare(token).GetAsync(new Uri(Filled(page), UriKind.Relative));
                Assert.True(answer.Headers.Location?.PathAndQuery.StartsWith("/sign-in", StringComparison.Ordinal) is true,
                    $"{page} with a token of the kind {kind}: {answer.StatusCode}");
                Assert.False(answer.Headers.Contains("Set-Cookie"), $"{page} gives a cookie to a token of the kind {kind}.");
            }
    }

    [Fact]
    public async Task No_token_sends_a_form_of_a_page()
    {
        foreach (var (kind, token) in await Tokens())
            foreach (var (page, form) in new[] { ("/account/authenticator", "confirm"), ("/account", "password"), ("/account", "issue") })
            {
                using var sent = new FormUrlEncodedContent([new("_handler", form), new("code", "000000")]);
                using var answer = await Bare(token).PostAsync(new Uri(page, UriKind.Relative), sent);
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest,
                    $"{page}, {form} with a token of the kind {kind}: {answer.StatusCode}");
                Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                    && cookies.Any(c => c.StartsWith("desk-session=", StringComparison.Ordinal)), $"{page} begins a session for {kind}.");
            }
    }

    [Fact]
    public async Task What_is_about_ones_account_is_not_sent_with_a_token()
    {
        var account = Endpoints.Commands(Services).Where(c => c.Command.IsDefined(typeof(OnlyBySessionAttribute), false)).ToList();
        Assert.True(account.Count >= 4);
        foreach (var (kind, token) in await Tokens())
            foreach (var (command, template) in account.Where(_ => !Administrating.Contains(kind)))
            {
                var (status, body, _) = await Post(Bare(token), Filled(template), new { });
                Assert.True(status is 401 or 404,
                    $"{command.Name} with a token of the kind {kind}: {status} {body}");
            }
    }

    [Fact]
    public async Task A_token_that_has_ended_or_has_no_role_left_reads_nothing()
    {
        var api = Endpoints.Read(Services).Where(a => a.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.True(api.Count > 30);
        foreach (var (kind, token) in (await Tokens()).Where(t => t.Kind is "roleless" or "revoked" or "expired" or "lineage"))
            foreach (var address in api)
            {
                using var answer = await Bare(token).GetAsync(
                    new Uri(Filled(address), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
                Assert.True((int)answer.StatusCode == 401, $"{address} with a token of the kind {kind}: {answer.StatusCode}");
            }
    }

    async Task<IReadOnlyList<(string Kind, string Token)>> Tokens()
    {
        const string All = "viewer, responder, comms, privacy, leadership, administrator";
        var person = await Invited("Vera", All);
        var tokens = new List<(string Kind, string Token)> { ("set-up", Token) };
        foreach (var roles in new[] { "viewer", "responder", "comms", "privacy", "leadership", "administrator", "asker", "lineage" })
            tokens.Add((roles, (string)(await Issue(person, roles))["secret"]!));
        var lou = await Invited("Lou", "viewer, comms");
        tokens.Add(("roleless", (string)(await Issue(lou, "viewer"))["secret"]!));
        Assert.Equal(200, (await Post(Api, $"/api/people/{lou}/roles", new { roles = "comms" })).Status);
        var revoked = await Issue(person, "administrator");
        tokens.Add(("revoked", (string)revoked["secret"]!));
        Assert.Equal(200, (await Post(Api, $"/api/tokens/{revoked["id"]}/revoke", null)).Status);
        tokens.Add(("expired", (string)(await Issue(person, "administrator", _clock.GetUtcNow().AddMinutes(1)))["secret"]!));
        _clock.Advance(TimeSpan.FromMinutes(2));
        return tokens;
    }

    async Task<string> Invited(string name, string roles) =>
        (string)(await Post(Api, "/api/people", new { name, email = $"{name}@example.org", roles })).Body!["person"]!;

    async Task<JsonNode> Issue(string person, string roles, DateTimeOffset? expiresAt = null)
    {
        var (status, body, _) = await Post(Api, "/api/tokens", new { name = roles, roles, person, expiresAt });
        Assert.Equal(201, status);
        return body!;
    }

    /// <summary>The token itself at every address, pages too.</summary>
    HttpClient Bare(string token)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    static string Filled(string template) => Regex.Replace(template, @"\{\**(\w+)\??\}", gap =>
        gap.Groups[1].Value.ToUpperInvariant() switch
        {
            "NUMBER" or "INCIDENT" or "AT" or "IMPORT" => "1",
            "ID" or "PERSON" or "TOKEN" => $"{Guid.Empty}",
            "SHA256" => new string('a', 64),
            var other => other.ToLowerInvariant(),
        });
}
