using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What somebody sends by mistake or on purpose: a clear refusal, and nothing half done.</summary>
public sealed class BadInputTests : HostTest
{
    static readonly (string Method, string Path)[] Nowhere =
    [
        ("GET", "/api/incidents/4711"),
        ("GET", "/api/incidents/0"),
        ("GET", "/api/incidents/-1"),
        ("GET", "/api/incidents/99999999999"),
        ("GET", "/api/incidents/abc/timeline"),
        ("GET", "/api/pauses/never"),
        ("GET", "/api/assets/hive://w/never"),
        ("GET", "/api/incidents/4711/reports/summary"),
        ("GET", "/api/nothing/of/the/kind"),
        ("POST", "/api/incidents/4711/updates"),
        ("POST", "/api/incidents/99999999999/updates"),
        ("POST", "/api/pauses/never/order"),
        ("POST", "/api/nothing"),
    ];

    [Fact]
    public async Task What_there_is_not_is_answered_with_a_problem_a_machine_can_read()
    {
        foreach (var (method, path) in Nowhere)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (path.EndsWith("/updates", StringComparison.Ordinal))
                request.Content = new StringContent("""{"text":"Is there one?"}""", Encoding.UTF8, "application/json");

            using var answer = await Api.SendAsync(request);

            Assert.Equal((path, 404, "application/problem+json"),
                (path, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal("not-found", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!);
        }
    }

    [Fact]
    public async Task A_form_or_a_picture_in_place_of_json_is_refused_by_the_body()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("title", "Tables open")]);
        using var answer = await Api.PostAsync(new Uri("/api/incidents", UriKind.Relative), form);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Send JSON", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!["body"]![0]!,
            StringComparison.Ordinal);
        Assert.Equal(404, (await Get(Api, "/api/incidents/1")).Status);
    }

    [Fact]
    public async Task A_position_that_is_not_the_one_of_now_writes_nothing()
    {
        await Post(Api, "/api/incidents", new { title = "Moving" });

        foreach (var (match, status) in new[]
        {
            ("\"2\"", 412), ("\"0\"", 412), ("\"-1\"", 412), ("\"one\"", 400),
            ("\"1.5\"", 400), ("\"99999999999\"", 400), ("W/\"1\"", 412), ("", 400)
        })
            Assert.Equal((match, status),
                (match, (await Post(Api, "/api/incidents/1/updates", new { text = "?" }, ("If-Match", match))).Status));

        Assert.Equal(1, (int)(await Get(Api, "/api/incidents/1")).Body!["position"]!);
        var (done, _, headers) = await Post(Api, "/api/incidents/1/updates", new { text = "!" }, ("If-Match", "\"1\""));
        Assert.Equal((200, "\"2\""), (done, headers.ETag!.Tag));
    }

    [Fact]
    public async Task A_picture_in_place_of_a_catalogue_takes_nothing_in()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, 0xFF, 0xFE, 0, 1, .. new byte[200_000]];
        using var content = new ByteArrayContent(png) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var answer = await Api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), content);

        Assert.Equal((400, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("Nothing was imported.",
            (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
        Assert.Empty((await Get(Api, "/api/assets")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task Script_that_somebody_writes_is_shown_and_never_run()
    {
        const string Script = "<script>alert(1)</script> <img src=x onerror=alert(2)> [here](javascript:alert(3)) **bold** &lt;b&gt;";
        await Post(Api, "/api/incidents", new { title = "</title><script>alert(0)</script>", summary = Script });
        await Post(Api, "/api/incidents/1/updates", new { text = Script });
        await Post(Api, "/api/incidents/1/statements", new { audience = "press", text = Script });
        await Post(Api, "/api/incidents/1/tasks", new { title = Script });
        await Post(Api, "/api/pauses", new
        {
            key = "p", incident = 1, target = Script, scope = Script, mode = "drain", reason = Script,
            reviewBy = DateTimeOffset.UtcNow.AddDays(1), conditions = new[] { Script }
        });

        await Post(Api, "/api/reviews", new { key = "r", name = Script, peopleData = "yes", assets = new[] { Script } });
        await Post(Api, "/api/reviews/r/records", new
        {
            kind = "people-data", document = Script, sha256 = new string('a', 64), signer = Script,
            signedOn = "2026-03-09", outcome = "approved-with-conditions", conditions = new[] { Script }
        });
        await Post(Api, "/api/reviews/r/searches", new { kind = "dpia", searched = Script, lookedBy = Script, incident = 1 });
        await Post(Api, "/api/reviews/r/safeguards",
            new { kind = "other", claim = Script, claimedIn = Script, covered = new[] { Script } });

        foreach (var path in new[]
        {
            "/reviews", "/reviews/r", "/incidents/1/reviews", "/", "/status", "/pauses", "/pauses/p", "/incidents/1",
            "/incidents/1/tasks", "/incidents/1/pauses", "/incidents/1/statements", "/incidents/1/statements/S1",
            "/incidents/1/manage", "/incidents/1/entries/2", "/incidents/1/reports", "/incidents/1/reports?kind=timeline",
            "/api/incidents/1/reports/summary?format=html", "/api/incidents/1/reports/timeline?format=html"
        })
        {
            var page = await Api.Page(path);
            Assert.All(page.QuerySelectorAll("script"),
                script => Assert.Matches(@"^/(live|Assets/Picking/AssetPicker)\.\w+(\.razor)?\.js$", script.GetAttribute("src")));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
            Assert.Empty(page.QuerySelectorAll("img[src=x]"));
        }
        Assert.Contains("alert(1)", (await Api.Page("/incidents/1")).GetElementById("timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("bold", (await Api.Page("/incidents/1")).QuerySelector("#timeline strong")!.TextContent);
    }

    [Fact]
    public async Task What_no_field_of_the_page_offers_is_refused_beside_it()
    {
        foreach (var (field, value) in new[]
        {
            ("severity", "SEV9"), ("startedAt", "2099-01-01T00:00"),
            ("startedAt", "last week"), ("kind", "rumour"), ("visibility", "secret")
        })
        {
            var sent = await Api.Send("/incidents/declare", page =>
                FilledForm.In(page, "declare").Fill(("title", "Tables open")).Forge((field, value)));

            Assert.Equal(400, sent.Status);
            Assert.Contains(field, sent.Page.QuerySelector("[role=alert]")!.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(404, (await Get(Api, "/api/incidents/1")).Status);
    }

    [Fact]
    public async Task What_is_sent_twice_is_refused_by_its_name_and_never_put_together()
    {
        const string Twice = """{"title":"Tables open","severity":"SEV3","title":"Tables closed"}""";
        using var json = new StringContent(Twice, Encoding.UTF8, "application/json");
        using var answer = await Api.PostAsync(new Uri("/api/incidents", UriKind.Relative), json);
        Assert.Equal(400, (int)answer.StatusCode);
        var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!;
        Assert.Contains("more than once", (string)errors["title"]![0]!, StringComparison.Ordinal);

        foreach (var field in new[] { "title", "severity", "timeZone", "startedAt", "_key" })
        {
            var sent = await Api.Send("/incidents/declare", page =>
                FilledForm.In(page, "declare").Fill(("title", "Tables open"), ("startedAt", "2026-01-05T10:00")).Again(field));

            Assert.Equal((field, 400), (field, sent.Status));
            Assert.Contains("more than once", sent.Alert, StringComparison.Ordinal);
            Assert.Equal("Tables open", sent.Page.GetElementById("declare-title")!.GetAttribute("value"));
        }
        Assert.Equal(404, (await Get(Api, "/api/incidents/1")).Status);
    }
}
