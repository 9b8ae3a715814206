using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Tokens;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>With what somebody listens, and to what.</summary>
internal enum Listens { Token, TokenThatExpires, Session, Both, Joined, Participant, Incident }

/// <summary>One open stream, and whose it is.</summary>
internal sealed record Listener(
    string Way, string Credential, string Address, string Person, string? TokenId, string? Cookie, int Incident, Task Ended);

/// <summary>People who hold streams open at one node while things are done at another.</summary>
internal sealed class Listeners(HttpClient api, IServiceProvider host, Uri node, FakeTimeProvider clock) : IDisposable
{
    const string Password = "four words make rain";
    readonly HttpClient _there = new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 200 })
    {
        BaseAddress = node, Timeout = Timeout.InfiniteTimeSpan
    };
    int _people;

    public List<Listener> All { get; } = [];

    /// <summary>What has to be done to take the right away, once for each person.</summary>
    public List<(string Way, Func<Task> Take)> Taking { get; } = [];

    /// <summary>A person, or one for each credential, who listens wherever this credential opens a stream.</summary>
    public async Task<IReadOnlyList<Listener>> Listen(string way, Listens how, Func<Listener, Task> take)
    {
        var begun = All.Count;
        if (how is not Listens.Session) await Listen(way, how, byToken: true, take);
        if (how is not (Listens.Token or Listens.TokenThatExpires)) await Listen(way, how, byToken: false, take);
        return All[begun..];
    }

    async Task Listen(string way, Listens how, bool byToken, Func<Listener, Task> take)
    {
        var person = await Person(joined: how is Listens.Joined);
        var incident = how is Listens.Participant or Listens.Incident ? await Incident(how, person) : 1;
        var token = byToken ? await Token(person, how) : default;
        var cookie = byToken ? null : await BrowserOf.Begin(host, Guid.Parse(person));
        List<string> addresses = [$"/api/incidents/{incident}/stream"];
        // The board and what machines ask go on for whoever is no longer part of one incident.
        if (how is not (Listens.Participant or Listens.Incident))
        {
            addresses.Add("/api/incidents/stream");
            if (byToken) addresses.Add(await Events(token.Secret));
        }
        foreach (var address in addresses)
        {
            var reader = await Opened(address, token.Secret, cookie);
            All.Add(new(way, byToken ? "token" : "session", address.Split('?')[0], person, token.Id, cookie, incident, ToTheEnd(reader)));
        }
        var one = All[^1];
        Taking.Add((way, () => take(one)));
    }

    async Task<string> Person(bool joined)
    {
        var name = $"Listener {++_people}";
        var invited = await TakenAwayTests.Made(api, "/api/people",
            new { name, email = $"l{_people}@example.org", roles = "viewer, comms" });
        if (!joined) return (string)invited["person"]!;
        var desk = host.GetRequiredService<Desk>();
        var admitted = await desk.Do(
            new AcceptInvitation { Secret = new((string)invited["secret"]!), Password = new(Password), Zone = "Etc/UTC" }, Actor.Nobody);
        var unfinished = new Actor(admitted.Value!.Person, Actor.Page) { Limit = Roles.None, Session = Guid.NewGuid() };
        var key = (await desk.Read(unfinished, (db, caller) => AccountQueries.Own(db, caller))).Offered!.Key;
        Assert.True((await desk.Do(new ConfirmAuthenticator { Code = new(Totp.CodeAt(key, clock.GetUtcNow())) }, unfinished)).Done);
        return (string)invited["person"]!;
    }

    async Task<int> Incident(Listens how, string person)
    {
        var declared = await TakenAwayTests.Made(api, "/api/incidents",
            new { title = "Of some", visibility = how is Listens.Participant ? "private" : "open" });
        var number = (int)declared["number"]!;
        if (how is Listens.Participant) await TakenAwayTests.Made(api, $"/api/incidents/{number}/participants", new { person });
        return number;
    }

    async Task<(string? Secret, string? Id)> Token(string person, Listens how)
    {
        DateTimeOffset? expiresAt = how is Listens.TokenThatExpires ? clock.GetUtcNow().AddSeconds(2) : null;
        var issued = await TakenAwayTests.Made(api, "/api/tokens", new { name = "t", roles = "viewer", person, expiresAt });
        // Made by an administrator, it waits for its owner.
        if ((bool)issued["waits"]!)
        {
            var confirmed = await host.GetRequiredService<Desk>().Do(new ConfirmToken { Token = Guid.Parse((string)issued["id"]!) },
                new Actor(Guid.Parse(person), Actor.Page) { Session = Guid.NewGuid() });
            Assert.True(confirmed.Done);
        }
        return ((string)issued["secret"]!, (string)issued["id"]!);
    }

    async Task<string> Events(string? secret)
    {
        using var asker = new HttpClient { BaseAddress = api.BaseAddress };
        asker.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return await TakenAwayTests.Events(asker);
    }

    /// <summary>Open when its first line has come: from then on it listens.</summary>
    async Task<StreamReader> Opened(string address, string? secret, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        else if (!address.StartsWith("/ofrep/", StringComparison.Ordinal)) request.Headers.Authorization = new("Bearer", secret);
        var answer = await _there.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await reader.ReadLineAsync();
        return reader;
    }

    static async Task ToTheEnd(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is not null) { }
    }

    public void Dispose() => _there.Dispose();
}
