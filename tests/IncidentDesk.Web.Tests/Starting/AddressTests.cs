using System.Net;
using IncidentDesk.Web.People;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace IncidentDesk.Web.Tests.Starting;

/// <summary>A desk that is reached under a name of its own, behind a proxy on this machine.</summary>
public sealed class AddressTests : HostTest
{
    const string Name = "desk.example.org";

    protected override void Arrange(WebApplicationBuilder builder)
    {
        builder.Configuration["Desk:Address"] = $"https://{Name}";
        builder.Configuration["Desk:Proxies"] = "127.0.0.1 10.0.0.0/8";
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/api/incidents")]
    [InlineData("/invitation/x")]
    public async Task Another_name_than_its_own_is_refused_everywhere(string path)
    {
        foreach (var name in new[] { "evil.example", $"{Name}.evil.example", $"{Name}:8443", "192.0.2.1" })
            using (var answer = await Ask(path, name)) Assert.Equal(421, (int)answer.StatusCode);
        using var own = await Ask(path, Name);
        using var loopback = await Ask(path, "localhost");
        Assert.NotEqual(421, (int)own.StatusCode);
        Assert.NotEqual(421, (int)loopback.StatusCode);
    }

    [Fact]
    public async Task Cookies_are_for_this_host_and_tls_alone_and_browsers_are_told_to_stay_on_tls()
    {
        using var page = await Ask("/sign-in", Name);

        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var word in new[] { "secure", "path=/", "httponly", "samesite=" })
                Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("max-age=31536000; includeSubDomains", page.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Redirects_lead_to_the_address_of_the_desk()
    {
        using var page = await Ask("/people", Name);

        Assert.Equal($"https://{Name}/sign-in?returnUrl=%2Fpeople", page.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_proxy_says_where_a_request_came_from_and_what_the_client_said_before_it_is_passed_over()
    {
        using var guess = await Ask("/api/incidents", Name, ("Authorization", "Bearer idk_nobody"),
            ("X-Forwarded-For", "198.51.100.1, 203.0.113.9, 10.2.3.4"), ("User-Agent", "curl/8.5.0 secret-words"));

        var refused = await SecurityEvents.Wait(Api, "token-refused", 1);

        Assert.Equal(("203.0.113.9", "curl"), ((string)refused[0]!["place"]!, (string)refused[0]!["device"]!));
    }

    [Theory]
    [InlineData("Desk:Address", "desk.example.org")]
    [InlineData("Desk:Address", "http://desk.example.org")]
    [InlineData("Desk:Address", "https://desk.example.org/desk")]
    [InlineData("Desk:Address", "ftp://desk.example.org")]
    [InlineData("Desk:Proxies", "everybody")]
    [InlineData("Desk:Proxies", "127.0.0.1;10.0.0.1")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public void A_setting_that_would_leave_the_desk_open_ends_the_start(string setting, string value)
    {
        var refused = Assert.Throws<StartRefusedException>(() => DeskHost.Build([], b => b.Configuration[setting] = value));

        Assert.Contains(setting, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    async Task<HttpResponseMessage> Ask(string path, string host, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Anonymous.SendAsync(request);
    }
}

/// <summary>The same desk without settings: on this machine alone.</summary>
public sealed class LoopbackTests : HostTest
{
    [Fact]
    public async Task Without_an_address_only_loopback_names_are_answered_and_the_answer_says_what_to_set()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = "desk.example.org" } };
        using var answer = await Anonymous.SendAsync(request);

        Assert.Equal(421, (int)answer.StatusCode);
        Assert.Contains("Desk:Address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var here = await Anonymous.GetAsync(new Uri("/sign-in", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
    }

    [Fact]
    public async Task Nobody_may_say_where_they_come_from_when_no_proxy_is_named()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/incidents");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer idk_nobody");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
        using var guess = await Anonymous.SendAsync(request);

        Assert.Equal("127.0.0.1", (string)(await SecurityEvents.Wait(Api, "token-refused", 1))[0]!["place"]!);
    }

    [Fact]
    public async Task Trace_is_not_answered_with_what_was_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/sign-in");
        request.Headers.TryAddWithoutValidation("Cookie", "desk-session=words");
        using var answer = await Anonymous.SendAsync(request);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain("words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
