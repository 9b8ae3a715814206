using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentDesk.Tests;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>
/// Every address that stays open, and every way in which the right to listen there is taken away: within five seconds it ends.
/// </summary>
public sealed partial class TakenAwayTests : ColleaguesTest
{
    static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);
    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 3, 10, 0, TimeSpan.Zero));

    protected override void Arrange(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(_clock);

    /// <summary>The addresses that stay open, as their templates.</summary>
    static readonly string[] Open = ["/api/incidents/stream", "/api/incidents/{number}/stream", "/ofrep/v1/events"];

    [Fact]
    public async Task Every_address_that_stays_open_is_tried_here()
    {
        await Post(Api, "/api/incidents", new { title = "Watched" });
        var found = new List<string>();
        foreach (var template in Endpoints.Read(Services).Except(Endpoints.Pages(Services)))
        {
            var address = template == Open[2] ? await Events(Api) : Gap().Replace(template, "1");
            using var answer = await Api.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream") found.Add(template);
        }
        Assert.Equal(Open, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Whoever_has_lost_the_right_to_listen_hears_nothing_more_after_five_seconds() => TakenAway(Address);

    [Fact]
    public async Task Nor_on_another_node_than_the_one_on_which_it_was_taken_away()
    {
        if (!TestDatabase.IsPostgres) Assert.Skip("Only PostgreSQL is shared by several nodes.");
        await using var other = await Another();
        await TakenAway(new(other.Urls.First()));
    }

    async Task TakenAway(Uri node)
    {
        await Post(Api, "/api/incidents", new { title = "Watched" });
        using var people = new Listeners(Api, Services, node, _clock);
        var stays = await people.Listen("nothing at all", Listens.Both, _ => Task.CompletedTask);
        foreach (var (way, how, take) in Ways()) await people.Listen(way, how, take);
        Assert.True(people.All.Count > 25, $"Only {people.All.Count} streams.");
        Assert.DoesNotContain(people.All, l => l.Ended.IsCompleted);

        foreach (var (_, take) in people.Taking) await take();
        for (var passed = TimeSpan.Zero; passed < Promised; passed += TimeSpan.FromSeconds(1))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            // Time for those who heard the beat to ask; a stream that ends later than the last second fails below.
            await Task.WhenAny(Task.WhenAll(people.All.Except(stays).Select(l => l.Ended)), Task.Delay(TimeSpan.FromSeconds(2)));
        }

        var open = people.All.Except(stays).Where(l => !l.Ended.IsCompleted).Select(l => $"{l.Way}: {l.Credential} at {l.Address}");
        Assert.True(!open.Any(), string.Join('\n', open));
        Assert.DoesNotContain(stays, l => l.Ended.IsCompleted);
    }

    /// <summary>What happens, to whom it matters, and how it is done.</summary>
    IEnumerable<(string Way, Listens How, Func<Listener, Task> Take)> Ways()
    {
        yield return ("the token is revoked", Listens.Token, p => Done($"/api/tokens/{p.TokenId}/revoke"));
        yield return ("the token expires", Listens.TokenThatExpires, _ => Task.CompletedTask);
        yield return ("the token has no role left", Listens.Token, p => Done($"/api/people/{p.Person}/roles", new { roles = "comms" }));
        yield return ("signed out", Listens.Session, SignOut);
        yield return ("the session is ended by an administrator", Listens.Session,
            p => Done("/api/sessions/end", new { person = p.Person }));
        yield return ("signed out everywhere", Listens.Session, async p =>
        {
            using var there = new HttpRequestMessage(HttpMethod.Post, "/api/sessions/end");
            there.Headers.Add("Cookie", p.Cookie);
            using var answer = await Anonymous.SendAsync(there);
            Assert.Equal(200, (int)answer.StatusCode);
        });
        yield return ("the person is deactivated", Listens.Both, p => Done($"/api/people/{p.Person}/deactivate"));
        yield return ("a new link is made", Listens.Both, p => Done($"/api/people/{p.Person}/invitation"));
        yield return ("the authenticator is reset", Listens.Joined, p => Done($"/api/people/{p.Person}/authenticator/reset"));
        yield return ("the participant is removed", Listens.Participant,
            p => Done($"/api/incidents/{p.Incident}/participants/removal", new { person = p.Person }));
        yield return ("the incident is hidden", Listens.Incident,
            p => Done($"/api/incidents/{p.Incident}/visibility", new { visibility = "private", reason = "Names" }));
    }

    async Task SignOut(Listener listener)
    {
        using var browser = new People.Browser(Address, listener.Cookie);
        await (await browser.Open("/")).Send("/sign-out");
        Assert.Equal("/sign-in", browser.At);
    }

    async Task Done(string path, object? body = null)
    {
        var (status, answer, _) = await Post(Api, path, body);
        Assert.True(status is 200 or 201, $"{path}: {answer}");
    }

    /// <summary>Where the holder of this client's token hears that pauses changed.</summary>
    internal static async Task<string> Events(HttpClient asker) =>
        (string)(await Post(asker, "/ofrep/v1/evaluate/flags", new { context = new { targetingKey = "etl-1" } }))
            .Body!["eventStreams"]![0]!["endpoint"]!["requestUri"]!;

    internal static async Task<JsonNode> Made(HttpClient api, string path, object body)
    {
        var (status, answer, _) = await Post(api, path, body);
        Assert.True(status is 200 or 201, $"{path}: {answer}");
        return answer!;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Gap();
}
