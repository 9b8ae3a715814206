using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Door;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Tests.People;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Where to go, and which forms to send there; all that are on the page when none is named.</summary>
internal sealed record Visit(string Template, string Path, params string[] Only)
{
    public bool Anonymous { get; init; }

    /// <summary>Left for another visit.</summary>
    public string? Not { get; init; }

    public bool Wants(string label) => label != Not && (Only.Length == 0 || Only.Contains(label));
}

/// <summary>A desk on which every form of every page can be reached, each where it can be carried out.</summary>
internal sealed class FormScene(HttpClient api, HttpClient second, Desk desk, Uri host, FakeTimeProvider clock) : IDisposable
{
    public const string Visitor = "vera@example.org";
    const string One = "/api/incidents/1";
    readonly Dictionary<string, int> _evidence = [];
    string _invitation = "", _setUp = "";

    /// <summary>Holds every role, reads times in Berlin, and has password and authenticator.</summary>
    public Browser Vera { get; } = new(host);

    public Browser Stranger { get; private set; } = new(host);

    public string Export { get; private set; } = "";

    /// <summary>Somebody who has no part in anything yet.</summary>
    public string Newcomer { get; private set; } = "";

    /// <summary>Somebody who may act in every role.</summary>
    public string Quentin { get; private set; } = "";

    public DateTimeOffset Now => clock.GetUtcNow();

    public string KeyOf(Browser by) => by == Stranger ? Vera.Key : by.Key;

    /// <summary>Position of an entry with evidence of the kind that this form corrects or withdraws; each is used once.</summary>
    public int EvidenceFor(string label) => _evidence[label];

    public async Task Set()
    {
        const string All = "viewer, responder, comms, privacy, leadership, administrator";
        await Vera.Join($"/invitation/{await Invited("Vera", All)}", Now);
        // A code of the telephone is good once, and the clock must not move yet.
        var code = Vera.Page.QuerySelector("ol.secret code")!.TextContent;
        using var elsewhere = new Browser(host);
        await (await elsewhere.Open("/sign-in")).Send("sign-in", ("email", Visitor), ("password", FilledIn.Password), ("code", code));
        await Vera.Open("/account");
        await Vera.Send("profile", ("zone", "Europe/Berlin"));
        using var quentin = new Browser(host);
        await quentin.Join($"/invitation/{await Invited("Quentin", "responder")}", Now);
        (_invitation, _setUp) = (await Invited("Paula", "viewer"), await Invited("Rita", "viewer"));
        (Quentin, Newcomer) = (await IdOf("Quentin"), await IdOf("Rita"));
        await Post("/api/tokens", new { name = "Spare", roles = "responder", person = Quentin });
        await Incidents();
        await Evidence();
        await Pauses();
        // An incident of others, to which the second person asks to be let in.
        await Post("/api/incidents", new { title = "Behind closed doors", visibility = "private" });
        await Post("/api/emergency-access", new { number = 5, reason = "On a plane" });
        // Made by an administrator for Vera, and for her to confirm.
        await Post("/api/tokens", new { name = "Offered", roles = "viewer", person = await IdOf("Vera") });
        await Post("/api/reviews", new
        {
            key = "capture", name = "Capture", peopleData = "yes", labels = new[] { "staff" }, assets = new[] { "hive://w/a" },
        });
        await Post("/api/reviews/capture/records", Review('a'));
        await Post("/api/reviews/capture/records", Review('b'));
        await Post("/api/reviews/capture/searches", new { kind = "dpia", searched = "The share" });
        await Post("/api/reviews/capture/safeguards", new
        {
            kind = "opt-out", claim = "All may", claimedIn = "Notice", covered = new[] { "executives" },
        });
    }

    static object Review(char digit) => new
    {
        kind = "people-data", document = $"Review {digit}", sha256 = new string(digit, 64), signer = "A. Archer", signedOn = "2026-03-09",
        outcome = "approved-with-conditions", conditions = new[] { "All may opt out" },
    };

    async Task Incidents()
    {
        using var csv = new StringContent(
            "key,owner,labels,people_data,upstreams\nhive://w/a,ops,staff,yes,\nhive://w/b,ops,,yes,hive://w/a\n"
            + "hive://w/c,ops,,no,hive://w/b\nhive://w/d,ops,,,\nhive://w/e,ops,,,\nhive://w/f,ops,,,\n",
            Encoding.UTF8, "text/csv");
        using var imported = await api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), csv);
        Assert.True(imported.IsSuccessStatusCode);
        foreach (var q in new[] { "hive", "w" }) await Post("/api/assets/searches", new { name = $"Of {q}", q });
        foreach (var title in new[] { "First", "Second", "Third", "Fourth" }) await Post("/api/incidents", new { title });
        await Post($"{One}/updates", new { text = "Anna saw it" });
        await Post($"{One}/roles", new { role = "scribe", person = Quentin });
        foreach (var name in new[] { "Paula", "Vera" }) await Post($"{One}/participants", new { person = await IdOf(name) });
        await Post($"{One}/tasks", new { title = "Ask who read it" });
        await Post($"{One}/tasks", new { title = "Ask again" });
        await Post($"{One}/statements", new { audience = "press", text = "We look." });
        await Post("/api/incidents/3/merge", new { into = 4 });
        await Post($"{One}/assets", new { keys = new[] { "hive://w/a", "hive://w/d" } });
        Export = (await Elsewhere.Exports("Came from elsewhere"))[0];
    }

    async Task Evidence()
    {
        foreach (var (label, path, body) in new (string, string, object)[]
        {
            ("Record who could read", "readers", new { all = true, group = "everybody", source = "Grants" }),
            ("Record evidence from a file", "readers", new { all = true, group = "many", source = "Grants" }),
            ("Record the result of a search", "accesses", new { all = true, source = "Audit log" }),
            ("Record what a log covers", "coverage", new { all = true, log = "Audit log", state = "none" }),
            ("Withdraw evidence", "coverage", new { all = true, log = "Query log", state = "none" }),
        }) _evidence[label] = (int)(await Post($"{One}/evidence/{path}", body))["position"]!;
    }

    async Task Pauses()
    {
        foreach (var key in new[] { "proposed", "taken-back", "two-parts", "approved", "asked" })
        {
            await Post("/api/pauses", new
            {
                key, target = "Capture", targets = new[] { "program:capture", "program:screens" }, scope = "All",
                mode = "block-new", reason = "Open",
                reviewBy = "2026-07-01T00:00:00Z", conditions = key == "proposed" ? new[] { "Rules reviewed" } : [],
            });
            if (key is "two-parts" or "approved" or "asked") await Post($"/api/pauses/{key}/order", new { });
        }
        await Post("/api/pauses/approved/resume-approvals", new { reason = "Fixed" });
        clock.Advance(TimeSpan.FromMinutes(1));
        var by = new Actor(Guid.Parse(Quentin), "api: etl");
        Assert.True((await desk.Do(new NoteAsks { Asks = [new AskCount("asked", "etl-1", 3, Now)] }, by)).Done);
    }

    /// <summary>In this order: what ends something stands behind what needs it.</summary>
    public IReadOnlyList<Visit> Visits =>
    [
        new("/", "/"),
        new("/status", "/status"),
        new("/error", "/error"),
        new("/not-found", "/not-found"),
        new("/assets", "/assets?owner=ops"),
        new("/assets/imports", "/assets/imports"),
        new("/assets/imports/{Number}", "/assets/imports/1"),
        new("/assets/searches", "/assets/searches"),
        new("/assets/{*Key}", "/assets/hive%3A%2F%2Fw%2Fe"),
        new("/incidents/declare", "/incidents/declare"),
        new("/incidents/import", "/incidents/import"),
        new("/incidents/{Number}", "/incidents/1"),
        new("/incidents/{Number}/entries/{At}", "/incidents/1/entries/2"),
        new("/incidents/{Number}/people", "/incidents/1/people"),
        new("/incidents/{Number}/tasks", "/incidents/1/tasks"),
        new("/incidents/{Number}/assets", "/incidents/1/assets"),
        new("/incidents/{Number}/assets/evidence", "/incidents/1/assets/evidence"),
        new("/incidents/{Number}/blast-radius", "/incidents/1/blast-radius"),
        new("/incidents/{Number}/blast-radius", "/incidents/1/blast-radius?hops=3&only=all"),
        new("/incidents/{Number}/assets/link", "/incidents/2/assets/link?find=hive"),
        new("/incidents/{Number}/assets/link", "/incidents/2/assets/link?q=hive"),
        new("/incidents/{Number}/statements", "/incidents/1/statements"),
        new("/incidents/{Number}/statements/{Id}", "/incidents/1/statements/S1"),
        new("/incidents/{Number}/reports", "/incidents/1/reports"),
        new("/incidents/{Number}/reviews", "/incidents/1/reviews"),
        new("/incidents/{Number}/pauses", "/incidents/2/pauses"),
        new("/pauses", "/pauses"),
        new("/pauses/{Key}", "/pauses/two-parts", "Approve resuming"),
        new("/pauses/{Key}", "/pauses/approved", "Resume"),
        new("/pauses/{Key}", "/pauses/asked", "Record that the machines got the answer to stop"),
        new("/pauses/{Key}", "/pauses/proposed"),
        new("/pauses/{Key}", "/pauses/taken-back", "Withdraw the proposal"),
        new("/pauses/{Key}/asking", "/pauses/asked/asking"),
        new("/reviews", "/reviews"),
        new("/reviews/{Key}", "/reviews/capture"),
        new("/emergency-access", "/emergency-access"),
        new("/incidents/{Number}/manage", "/incidents/2/manage", "Merge into another incident"),
        new("/incidents/{Number}/manage", "/incidents/3/manage", "Undo the merge"),
        new("/incidents/{Number}/manage", "/incidents/1/manage"),
        new("/people", "/people"),
        new("/security-events", "/security-events"),
        new("/people/{Id}", $"/people/{Quentin}"),
        new("/invitation/{Secret}", $"/invitation/{_invitation}") { Anonymous = true },
        new("/set-up/{Secret}", $"/set-up/{_setUp}") { Anonymous = true },
        new("/sign-in", "/sign-in") { Anonymous = true },
        new("/account", "/account") { Not = "Sign out everywhere" },
        new("/account/authenticator", "/account/authenticator"),
        new("/account", "/account", "Sign out everywhere"),
    ];

    /// <summary>Whoever comes to a page of somebody not signed in is not signed in.</summary>
    public Browser For(Visit visit)
    {
        if (!visit.Anonymous) return Vera;
        Stranger.Dispose();
        return Stranger = new(host);
    }

    async Task<string> IdOf(string name)
    {
        var people = JsonNode.Parse(await api.GetStringAsync(new Uri("/api/people", UriKind.Relative)))!["items"]!.AsArray();
        return (string)people.Single(p => (string)p!["name"]! == name)!["id"]!;
    }

    async Task<string> Invited(string name, string roles) =>
        (string)(await Post("/api/people", new { name, email = $"{name.ToLowerInvariant()}@example.org", roles }))["secret"]!;

    async Task<JsonNode> Post(string path, object body)
    {
        var by = path.EndsWith("/resume-approvals", StringComparison.Ordinal) || path == "/api/emergency-access" ? second : api;
        using var answer = await by.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    public void Dispose()
    {
        Vera.Dispose();
        Stranger.Dispose();
    }
}
