using System.Text;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Incidents;

/// <summary>Reading, correcting, redacting, exporting and importing over HTTP.</summary>
public sealed class TimelineApiTests : HostTest
{
    const string One = "/api/incidents/1";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Post(Api, "/api/incidents", new { title = "Door open", severity = "SEV2" });
        await Post(Api, $"{One}/updates", new { text = "=HYPERLINK(\"https://example.org\")" });
        await Post(Api, $"{One}/updates", new { text = "Anna closed it" });
    }

    [Fact]
    public async Task The_timeline_comes_in_pages_and_as_known_at_an_instant()
    {
        var (status, page) = await Get(Api, $"{One}/timeline?limit=2");
        Assert.Equal((200, 2, "2"), (status, page!["items"]!.AsArray().Count, (string?)page["next"]));
        Assert.Equal(3, (int)(await Get(Api, $"{One}/timeline?limit=2&after=2")).Body!["items"]![0]!["position"]!);
        Assert.Equal(3, (int)(await Get(Api, $"{One}/timeline?first=newest&order=happened&limit=1")).Body!["items"]![0]!["position"]!);
        Assert.Equal("Door open",
            (string?)(await Get(Api, $"{One}/timeline?kind=incident-declared&payload=yes")).Body!["items"]![0]!["payload"]!["title"]);
        Assert.Equal(3, (int)(await Get(Api, $"{One}/timeline?q=anna")).Body!["items"]![0]!["position"]!);
        Assert.Equal(404, (await Get(Api, $"{One}/timeline?asKnownAt=2001-01-01T00:00:00Z")).Status);
    }

    [Theory, InlineData("limit=501", "limit"), InlineData("order=random", "order"), InlineData("after=x", "after"),
        InlineData("asKnownAt=2026-06-12T03:10:00", "asKnownAt"), InlineData("format=xml", "format")]
    public async Task A_wrong_query_is_named_by_its_field(string query, string field)
    {
        var (status, problem) = await Get(Api, $"{One}/timeline?{query}");
        Assert.Equal((400, field), (status, problem!["errors"]!.AsObject().Single().Key));
    }

    [Fact]
    public async Task As_csv_it_is_whole_and_runs_nothing_in_a_spreadsheet()
    {
        using var answer = await Api.GetAsync(new Uri($"{One}/timeline?format=csv&limit=1", UriKind.Relative));
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(4, lines.Length);
        Assert.Contains("'=HYPERLINK", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_corrected_and_redacted_and_the_export_still_comes_back_in()
    {
        Assert.Equal(200, (await Post(Api, $"{One}/corrections", new { position = 3, text = "Anna shut it", reason = "Words." })).Status);
        var (status, redacted, headers) = await Post(Api, $"{One}/redactions", new { position = 3, passage = "Anna", reason = "Erasure." });
        Assert.Equal((200, "[4]", "\"5\""), (status, redacted!["alsoIn"]!.ToJsonString(), headers.ETag!.Tag));

        var export = await Export();
        Assert.Equal("[redacted] closed it", JsonNode.Parse((string)export["entries"]![2]!["payload"]!)!["text"]!.ToString());
        var again = await Import(Api, export.ToJsonString());
        Assert.Equal((409, "already-here"), (again.Status, (string?)again.Body!["code"]));
        export["entries"]![0]!["kind"] = "incident-undeclared.1";
        Assert.Equal((400, "chain-broken"),
            await Import(Api, export.ToJsonString()) is var broken ? (broken.Status, (string?)broken.Body!["code"]) : default);
        Assert.Equal((400, "not-an-export"),
            await Import(Api, "\0\u0001\u0002") is var binary ? (binary.Status, (string?)binary.Body!["code"]) : default);
    }

    [Fact]
    public async Task Refusals_come_as_problems()
    {
        Assert.Equal(409, (await Post(Api, $"{One}/corrections", new { position = 9, text = "x", reason = "r" })).Status);
        Assert.Equal(400, (await Post(Api, $"{One}/corrections", new { position = 2, reason = "r" })).Status);
        Assert.Equal(400, (await Post(Api, $"{One}/redactions", new { position = 3, passage = "Anna", reason = "Anna asked" })).Status);
        Assert.Equal(404, (await Get(Api, "/api/incidents/9/export")).Status);
        Assert.Equal(401, (await Get(Anonymous, $"{One}/timeline")).Status);
        Assert.Equal(401, (await Get(Anonymous, $"{One}/export")).Status);
        Assert.Equal(401, (await Import(Anonymous, "{}")).Status);
    }

    [Fact]
    public async Task Somebody_without_the_role_neither_imports_redacts_nor_reads_what_is_privileged()
    {
        await Post(Api, $"{One}/updates", new { text = "Counsel says settle", privileged = true });
        var sam = (string)(await Post(Api, "/api/people",
            new { name = "Sam", email = "sam@example.org", roles = "responder" })).Body!["person"]!;
        using var client =
            Client((string)(await Post(Api, "/api/tokens", new { name = "t", roles = "responder", person = sam })).Body!["secret"]!);

        Assert.Equal(404, (await Import(client, "{}")).Status);
        Assert.Equal(404, (await Post(client, $"{One}/redactions", new { position = 3, reason = "r" })).Status);
        Assert.DoesNotContain("Counsel", (await Get(client, $"{One}/timeline")).Body!.ToJsonString(), StringComparison.Ordinal);
        var (status, problem) = await Get(client, $"{One}/export");
        Assert.Equal((409, "holds-privileged"), (status, (string?)problem!["code"]));
    }

    async Task<JsonNode> Export()
    {
        using var answer = await Api.GetAsync(new Uri($"{One}/export", UriKind.Relative));
        Assert.Equal("attachment; filename=INC-1.json",
            answer.Content.Headers.ContentDisposition!.ToString().Replace("\"", "", StringComparison.Ordinal));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    static async Task<(int Status, JsonNode? Body)> Import(HttpClient client, string export)
    {
        using var body = new StringContent(export, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/incidents/imports", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
