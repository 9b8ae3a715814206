using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>
/// Bad input through the door that machines use: an answer in words, nothing of it in the
/// catalogue, and the desk goes on.
/// </summary>
public sealed class HostileImportApiTests : HostTest
{
    const string DataHub = """[{"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,s.good,PROD)", "aspectName": "status"}""";

    protected override void Arrange(WebApplicationBuilder builder) =>
        builder.Configuration["Imports:LargestFile"] = (8 << 20).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "datahub", Encoding.UTF8.GetBytes(DataHub), "cut off" },
        { "datahub", Encoding.UTF8.GetBytes("{\"teams\": []}"), "contains no DataHub record" },
        { "glue", Encoding.UTF8.GetBytes("{\"TableList\": [{\"Name\": \"x\", \"DatabaseName\": NaN}]}"), "not valid JSON" },
        { "openmetadata", [0xFF, 0xFE, 0x7B, 0x00], "Nothing was imported" },
        { "openlineage", Encoding.UTF8.GetBytes(new string('[', 100_000)), "is nested deeper" },
        { "atlas", Zip(("../../evil.json", "{}")), "points outside" },
        { "atlas", Zip(("a.json", "{}"), ("a.json", "{}")), "two entries" },
        { "amundsen", Zip(("inner.zip", "PK")), "itself an archive" },
        { "atlas", Zip(("zeros.json", "{" + new string(' ', 64 << 20))), "250 times its size" },
        { "dbt", Zip(("manifest.json", "{}"))[..^8], "cut off" },
        { "csv", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3], "Nothing was imported" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_hostile_file_is_refused_in_words_and_leaves_nothing_behind(string format, byte[] body, string says)
    {
        var (status, problem) = await Import(new ByteArrayContent(body), $"?format={format}");

        Assert.Equal(400, status);
        Assert.Contains(says, (string)problem!["detail"]!, StringComparison.Ordinal);
        Assert.Empty((await Get(Api, "/api/assets")).Body!["items"]!.AsArray());
        Assert.Empty((await Get(Api, "/api/assets/imports")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task What_is_wrong_with_a_part_is_named_by_its_path_and_the_rest_is_taken()
    {
        var json = DataHub
            + """, {"entityUrn": "urn:li:dataset:(urn:li:dataPlatform:hive,LONG,PROD)", "aspectName": "status"}, {"a": 1, "a": 2}]""".Replace(
                "LONG", new string('x', 4_000), StringComparison.Ordinal);
        var (status, came) = await Import(new StringContent(json), "?format=datahub");

        Assert.Equal((200, 1, 3), (status, (int)came!["added"]!, (int)came["rejectedCount"]!));
        Assert.Equal(["$[1]", "$[2]", "$[2]"], came["rejected"]!.AsArray().Select(r => (string)r!["path"]!));
        Assert.Single((await Get(Api, "/api/assets")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_body_that_says_it_is_beyond_the_bound_is_refused_before_it_is_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assets/imports?format=datahub")
        {
            Content = new StreamContent(new Repeated("[1,"u8.ToArray(), 4L << 30))
        };
        request.Content.Headers.ContentLength = 4L << 30;
        request.Headers.ExpectContinue = true;
        using var answer = await Api.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Contains("larger than 8 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off_and_the_desk_goes_on()
    {
        using var endless = new Repeated("[{\"entityUrn\": 1},"u8.ToArray(), 4L << 30);
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/api/assets/imports?format=datahub") { Content = new StreamContent(endless) };
        request.Headers.TransferEncodingChunked = true;
        // Whoever goes on sending may find the line closed before the answer is read.
        var sent = await Xunit.Record.ExceptionAsync(
            async () => { using var answer = await Api.SendAsync(request); Assert.Equal(413, (int)answer.StatusCode); });

        Assert.True(sent is null or HttpRequestException, sent?.ToString());
        Assert.InRange(endless.Position, 8 << 20, 2L << 30);
        Assert.Equal(200, (await Import(new StringContent(DataHub + "]"), "?format=datahub")).Status);
    }

    [Fact]
    public async Task A_body_that_breaks_off_on_its_way_leaves_nothing_and_the_desk_goes_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assets/imports?format=datahub")
        {
            Content = new StreamContent(new BreakingOff())
        };
        request.Headers.TransferEncodingChunked = true;
        await Assert.ThrowsAnyAsync<Exception>(() => Api.SendAsync(request));

        Assert.Equal(200, (await Import(new StringContent(DataHub + "]"), "?format=datahub")).Status);
        Assert.Single((await Get(Api, "/api/assets/imports")).Body!["items"]!.AsArray());
    }

    async Task<(int Status, JsonNode? Body)> Import(HttpContent body, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assets/imports" + query) { Content = body };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await Api.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }

    sealed class BreakingOff : MemoryStream
    {
        int _reads;
        public override int Read(Span<byte> buffer) => ++_reads > 4 ? throw new IOException("The cable was pulled.") : Filled(buffer);
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads > 4 ? throw new IOException("The cable was pulled.") : ValueTask.FromResult(Filled(buffer.Span));
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Copy(destination, cancellationToken);

        async Task Copy(Stream to, CancellationToken ct)
        {
            var buffer = new byte[8192];
            while (true)
            {
                var read = await ReadAsync(buffer, ct);
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
                await to.FlushAsync(ct);
            }
        }

        static int Filled(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }
}
