using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Assets;

public sealed class AssetApiTests : HostTest
{
    protected override void Arrange(WebApplicationBuilder builder) => builder.Configuration["Imports:LargestFile"] = $"{100 << 20}";

    const string Csv = """
        key,kind,owner,labels,people_data
        hive://w/logs.keys,table,=cmd|' /C calc'!A0,keystrokes;staff,yes
        hive://w/logs.screens,view,+49 30 1234,staff,unknown
        =formula://w/sales.orders,table,,,no
        no scheme,table,,,
        """;

    [Fact]
    public async Task A_catalogue_is_imported_from_the_body_and_bad_rows_are_listed_by_line()
    {
        var (status, came) = await Import(Csv, "?format=csv&file=warehouse.csv");

        Assert.Equal(200, status);
        Assert.Equal(
            """{"import":1,"added":3,"updated":0,"unchanged":0,"edges":0,"stubs":0,"gone":0,"edgesGone":0,"merged":0,"rejectedCount":1,"rejected":[{"line":5,"reason":"The key has no platform at the start; a key looks like hive://warehouse/sales.orders."}]}""",
            came!.ToJsonString());
        Assert.Equal(3, (int)(await Import(Csv, "?format=csv&file=warehouse.csv")).Body!["unchanged"]!);
    }

    [Fact]
    public async Task A_thousand_letters_of_another_script_fit_into_an_address()
    {
        Assert.Equal(200, (await Get(Api, "/api/assets?q=" + Uri.EscapeDataString(new string('漢', 1_000)))).Status);
        Assert.Equal(400, (await Get(Api, "/api/assets?q=" + Uri.EscapeDataString(new string('漢', 1_001)))).Status);
    }

    [Theory]
    [InlineData("key,colour\nhive://w/a,red\n", "", 400, "colour")]
    [InlineData("", "", 400, "The file is empty")]
    [InlineData("key\nhive://w/a\n", "?format=parquet", 400, "Some fields")]
    public async Task A_file_that_cannot_be_read_is_refused_with_a_sentence(string body, string query, int status, string says)
    {
        var (answered, problem) = await Import(body, query);

        Assert.Equal(status, answered);
        Assert.Contains(says, (string)problem!["detail"]!, StringComparison.Ordinal);
        Assert.Empty((await Get(Api, "/api/assets")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_body_beyond_the_largest_file_is_answered_with_413()
    {
        using var content =
            new StreamContent(new Repeated(Encoding.UTF8.GetBytes($"key\nhive://w/{new string('x', 60_000)}\n"), 110 << 20));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assets/imports") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await Api.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Assets_are_found_by_query_and_by_key()
    {
        await Import(Csv);

        Assert.Equal(["hive://w/logs.keys", "hive://w/logs.screens"], Keys((await Get(Api, "/api/assets?q=*logs.*")).Body));
        Assert.Equal(["hive://w/logs.keys"], Keys((await Get(Api, "/api/assets?label=keystrokes&peopleData=yes&kind=table")).Body));
        var (_, page) = await Get(Api, "/api/assets?limit=1");
        Assert.Equal(["hive://w/logs.keys"],
            Keys((await Get(Api, $"/api/assets?limit=1&after={Uri.EscapeDataString((string)page!["next"]!)}")).Body));
        Assert.Equal("staff", (string)(await Get(Api, "/api/assets/hive://w/logs.screens")).Body!["labels"]![0]!);
        Assert.Equal(200, (await Get(Api, $"/api/assets/{Uri.EscapeDataString("hive://w/logs.screens")}")).Status);
        Assert.Equal(404, (await Get(Api, "/api/assets/hive://w/other")).Status);
        Assert.NotNull((await Get(Api, "/api/assets?kind=tabel")).Body!["errors"]!["kind"]);
        Assert.NotNull((await Get(Api, "/api/assets?limit=501")).Body!["errors"]!["limit"]);
    }

    [Fact]
    public async Task Assets_are_linked_counted_set_and_unlinked()
    {
        await Import(Csv);
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });

        var linked = await Post(Api, "/api/incidents/1/assets",
            new { keys = new[] { "hive://w/logs.keys", "hive://w/logs.screens", "hive://w/x" }, exposedFrom = "2026-01-01T00:00:00Z" });
        Assert.Equal("""{"linked":2,"alreadyLinked":0,"unmatched":["hive://w/x"],"position":2,"ambiguous":[],"repeated":0}""",
            linked.Body!.ToJsonString());
        Assert.Equal("\"2\"", linked.Headers.ETag!.Tag);
        Assert.Equal(200,
            (await Post(Api, "/api/incidents/1/assets/exposure", new { pattern = "*keys", disclosure = "likely-no-evidence" })).Status);
        Assert.Equal(200, (await Post(Api, "/api/incidents/1/assets/unlink",
            new { keys = new[] { "hive://w/logs.screens" }, reason = "Was closed." })).Status);

        var (_, groups) = await Get(Api, "/api/incidents/1/assets?group=container");
        Assert.Equal("logs", (string)groups!["items"]![0]!["name"]!);
        Assert.Equal(1, (int)groups["tally"]!["likelyNoEvidence"]!);
        var (_, list) = await Get(Api, "/api/incidents/1/assets?disclosure=likely-no-evidence");
        Assert.Equal("2026-01-01T00:00:00Z", (string)list!["items"]![0]!["exposedFrom"]!);
    }

    [Theory]
    [InlineData("""{}""", "pattern"), InlineData("""{"pattern":"*","keys":["a://b"]}""", "pattern"),
        InlineData("""{"pattern":"*","disclosure":"maybe"}""", "disclosure")]
    [InlineData("""{"pattern":"*","exposedFrom":"2026-01-02T00:00:00Z","exposedTo":"2026-01-01T00:00:00Z"}""", "exposedTo"),
        InlineData("""{"pattern":"*","all":true}""", "all")]
    public async Task What_is_wrong_about_linking_is_named_by_field(string json, string field)
    {
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Api.PostAsync(new Uri("/api/incidents/1/assets", UriKind.Relative), content);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![field]);
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_of_what_is_exported()
    {
        await Import(Csv);
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
        await Post(Api, "/api/incidents/1/assets", new { pattern = "*" });

        foreach (var address in new[] { "/api/assets?format=csv", "/api/incidents/1/assets?format=csv" })
        {
            using var answer = await Api.GetAsync(new Uri(address, UriKind.Relative));
            var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(4, lines.Length);
            Assert.StartsWith("key,kind,container,owner,labels,people_data", lines[0], StringComparison.Ordinal);
            Assert.StartsWith("\"'=formula://w/sales.orders\",table,sales,", lines[1], StringComparison.Ordinal);
            Assert.StartsWith("hive://w/logs.keys,table,logs,\"'=cmd|' /C calc'!A0\",keystrokes;staff,yes",
                lines[2], StringComparison.Ordinal);
            Assert.Contains(",\"'+49 30 1234\",", lines[3], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_reads_or_writes_assets_without_signing_in_and_a_hidden_incident_is_not_there()
    {
        Assert.Equal(401, (await Get(Anonymous, "/api/assets")).Status);
        Assert.Equal(401, (await Post(Anonymous, "/api/assets/imports", null)).Status);
        Assert.Equal(401, (await Post(Anonymous, "/api/incidents/1/assets", new { pattern = "*" })).Status);
        Assert.Equal(404, (await Get(Api, "/api/incidents/4711/assets")).Status);
        Assert.Equal(404, (await Post(Api, "/api/incidents/4711/assets", new { pattern = "*" })).Status);
    }

    async Task<(int Status, JsonNode? Body)> Import(string csv, string query = "")
    {
        using var content = new StringContent(csv, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        using var answer = await Api.PostAsync(new Uri("/api/assets/imports" + query, UriKind.Relative), content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    static IEnumerable<string> Keys(JsonNode? page) => page!["items"]!.AsArray().Select(a => (string)a!["key"]!);
}

/// <summary>The same bytes again and again, up to a length that is never kept anywhere.</summary>
internal sealed class Repeated(byte[] again, long length) : Stream
{
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var from = again.AsSpan((int)(Position % again.Length));
        var read = (int)Math.Min(Math.Min(count, from.Length), length - Position);
        from[..read].CopyTo(buffer.AsSpan(offset));
        Position += read;
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
