using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Tests.Assets.Importing.Files;

namespace IncidentDesk.Web.Tests.Assets.Importing;

/// <summary>As OpenLineage clients speak to the desk.</summary>
public sealed class LineageTests : HostTest
{
    const string Event =
        """{"eventType":"COMPLETE","eventTime":"2026-06-12T03:10:00Z","producer":"https://example.org","run":{"runId":"r"},"job":{"namespace":"n","name":"load"},"inputs":[{"namespace":"hive://h","name":"d.raw"}],"outputs":[{"namespace":"hive://h","name":"d.orders"}]}""";

    [Fact]
    public async Task An_event_is_in_the_catalogue_when_the_answer_comes()
    {
        var (status, answer) = await Send(Api, Event);

        Assert.Equal((201, "success"), (status, (string?)answer!["status"]));
        Assert.Equal(["hive://h/d.orders", "hive://h/d.raw", "job://n/load"], await Keys());
        Assert.Equal(201, (await Send(Api, Event)).Status);
    }

    [Fact]
    public async Task An_array_is_answered_with_what_failed_in_it()
    {
        var (status, answer) = await Send(Api, $"[{Event},{{\"eventTime\":\"x\"}}]", "/api/v1/lineage/batch");

        Assert.Equal((200, "partial_success"), (status, (string?)answer!["status"]));
        Assert.Equal("""{"received":2,"successful":1,"failed":1,"retriable":0,"non_retriable":1}""", answer["summary"]!.ToJsonString());
        Assert.Equal((1, false), ((int)answer["failed_events"]![0]!["index"]!, (bool)answer["failed_events"]![0]!["retriable"]!));
        Assert.Equal(200, (await Send(Api, $"[{Event}]")).Status);
    }

    [Fact]
    public async Task Gzip_is_opened_within_the_bound()
    {
        Assert.Equal(201, (await Send(Api, Gzip(Encoding.UTF8.GetBytes(Event)), "gzip")).Status);
        Assert.Equal(413, (await Send(Api, Gzip(new byte[9 << 20]), "gzip")).Status);
        Assert.Equal(400, (await Send(Api, Encoding.UTF8.GetBytes(Event), "gzip")).Status);
    }

    [Theory]
    [InlineData("", 400), InlineData("{", 400), InlineData("hello", 400), InlineData("{}", 400), InlineData("3", 400)]
    [InlineData("""{"job":{"namespace":"n"}}""", 400), InlineData("[]", 200)]
    public async Task What_is_no_event_is_refused_for_good(string body, int status)
    {
        var (came, answer) = await Send(Api, body);

        Assert.Equal(status, came);
        if (status == 400) Assert.False(string.IsNullOrEmpty((string?)answer!["errors"]!["body"]![0]));
    }

    [Fact]
    public async Task A_body_beyond_8_MiB_is_refused() => Assert.Equal(413, (await Send(Api, Event + new string(' ', 8 << 20))).Status);

    [Fact]
    public async Task A_token_for_lineage_sends_lineage_and_opens_nothing_else()
    {
        var (issued, token, _) = await Post(Api, "/api/tokens", new { name = "airflow", roles = "lineage" });
        Assert.Equal(201, issued);
        using var client = Client((string)token!["secret"]!);

        Assert.Equal(201, (await Send(client, Event)).Status);
        foreach (var path in new[] { "/api/incidents", "/api/assets", "/api/people", "/api/assets/imports", "/api/v1/lineages" })
            Assert.Equal(401, (await Get(client, path)).Status);
        Assert.Equal(401, (await Post(client, "/api/incidents", new { title = "x" })).Status);
        Assert.Equal(401, (await Post(client, "/api/tokens", new { name = "more", roles = "lineage" })).Status);
    }

    [Fact]
    public async Task Without_a_token_or_the_role_nothing_is_taken()
    {
        var (_, token, _) = await Post(Api, "/api/tokens", new { name = "reader", roles = "viewer" });
        using var reader = Client((string)token!["secret"]!);

        Assert.Equal((401, 404), ((await Send(Anonymous, Event)).Status, (await Send(reader, Event)).Status));
        Assert.Empty(await Keys());
    }

    [Fact]
    public async Task Real_events_are_taken_one_by_one_and_all_at_once()
    {
        var apples = new[] { "1_pick_apples", "2_apple_filling", "3_apple_cider", "5_apple_vinegar", "6_apple_pie" };
        foreach (var file in apples) Assert.Equal(201, (await Send(Api, Samples.Bytes($"openlineage/apples/{file}.json"))).Status);
        Assert.Contains("openlineage://grandmas.kitchen/apples", await Keys());

        var (status, answer) = await Send(Api, Samples.Bytes("openlineage/ol_dbt_postgres_build_events.json"));
        Assert.Equal((200, 186), (status, (int)answer!["summary"]!["received"]!));
    }

    [Fact]
    public async Task Many_clients_at_once_lose_nothing()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
            Assert.Equal(201, (await Send(Api, Event.Replace("d.orders", $"d.t{i}", StringComparison.Ordinal))).Status));

        Assert.Equal(402, (await Keys()).Length);
    }

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    static Task<(int Status, JsonNode? Body)> Send(HttpClient client, string events, string path = "/api/v1/lineage") =>
        Send(client, Encoding.UTF8.GetBytes(events), null, path);

    static async Task<(int Status, JsonNode? Body)> Send(
        HttpClient client, byte[] events, string? encoding = null, string path = "/api/v1/lineage")
    {
        using var content = new ByteArrayContent(events) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        // A body that is refused for its length is not sent at all then, so the answer is not lost with the connection.
        request.Headers.ExpectContinue = events.Length > 1 << 20;
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    async Task<string[]> Keys()
    {
        var (_, page) = await Get(Api, "/api/assets?limit=500");
        return [.. page!["items"]!.AsArray().Select(a => (string)a!["key"]!).Order(StringComparer.Ordinal)];
    }
}
