using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentDesk.Web.Tests.Starting;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>Imports as a job sends them: without waiting, from a process that dies, of every format there is.</summary>
public sealed partial class ImportApiTests : HostTest
{
    const int Many = 60_000;

    [Fact]
    public async Task Who_does_not_wait_is_told_where_the_import_stands()
    {
        var (status, begun, location) = await Send(Api, "?source=hive", "key\nhive://w/a\nbad\n", "respond-async");

        Assert.Equal((202, "/api/assets/imports/1"), (status, location));
        Assert.Equal(("hive", "csv"), ((string)begun!["source"]!, (string)begun["format"]!));
        var done = await Until(Api, location!, run => (string)run["state"]! == "done");
        Assert.Equal((1, 1, 1), ((int)done["added"]!, (int)done["rejectedCount"]!, (int)done["taken"]!));
        Assert.Equal(3, (int)done["rejected"]![0]!["line"]!);
        Assert.Equal(1, (int)(await Get(Api, "/api/assets/imports?limit=1")).Body!["items"]![0]!["import"]!);
        Assert.Equal(404, (await Get(Api, "/api/assets/imports/2")).Status);
    }

    [Fact]
    public async Task A_format_that_there_is_not_is_refused_with_those_that_there_are_and_what_the_file_looks_like()
    {
        var (status, problem, _) = await Send(Api, "?format=parquet", """[{"eventTime":"2026-01-01T00:00:00Z","producer":"x"}]""");

        Assert.Equal(400, status);
        var why = (string)problem!["errors"]!["format"]![0]!;
        Assert.Contains("looks like OpenLineage", why, StringComparison.Ordinal);
        foreach (var code in new[] { "csv", "dbt", "openlineage", "datahub", "openmetadata", "atlas", "odcs", "glue", "amundsen" })
            Assert.Contains(code, why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_as_another_format_is_refused_and_says_which_it_looks_like()
    {
        var (status, problem, _) = await Send(Api, "?format=dbt", "key,kind\nhive://w/a,table\n");

        Assert.Equal(400, status);
        Assert.Contains("send it with format=csv", (string)problem!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_import_learns_nothing_before_their_file_is_read()
    {
        Assert.Equal(401, (await Send(Anonymous, "", "key\nhive://w/a\n")).Status);
        Assert.NotNull((await Send(Api, "?complete=perhaps", "key\nhive://w/a\n")).Body!["errors"]!["complete"]);
    }

    [Fact]
    public async Task A_desk_killed_in_the_middle_shows_the_import_as_stopped_and_goes_on_behind_it()
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-killed-").FullName;
        (string, string)[] settings =
            [("ConnectionStrings__Desk", $"Data Source={Path.Combine(folder, "desk.db")}"), ("Setup__ApiToken", Token)];
        var csv = "key,kind,labels\n" + string.Concat(Enumerable.Range(0, Many).Select(n => $"hive://w/t.{n:000000},table,pii\n"));

        await using (var first = Started.With([], settings))
        {
            using var api = await Connected(first);
            var (_, begun, location) = await Send(api, "?source=hive&complete=true", csv, "respond-async");
            await Until(api, location!, run => (int)run["taken"]! > 0);
            await first.Dies();
        }
        await using var second = Started.With([], settings);
        using var again = await Connected(second);
        var stopped = (await Get(again, "/api/assets/imports/1")).Body!;
        Assert.Equal("stopped", (string)stopped["state"]!);
        Assert.InRange((int)stopped["taken"]!, 1, Many - 1);
        Assert.Contains("Send the same file again", (string)stopped["why"]!, StringComparison.Ordinal);

        var came = (await Send(again, "?source=hive&complete=true", csv)).Body!;

        Assert.Equal((1, Many, 0, 0, 0),
            ((int)came["import"]!, (int)came["added"]!, (int)came["updated"]!, (int)came["unchanged"]!, (int)came["gone"]!));
        var third = (await Send(again, "?source=hive&complete=true", csv)).Body!;
        Assert.Equal((2, 0, 0, Many, 0),
            ((int)third["import"]!, (int)third["added"]!, (int)third["updated"]!, (int)third["unchanged"]!, (int)third["gone"]!));
        Directory.Delete(folder, recursive: true);
    }

    static async Task<HttpClient> Connected(Started desk)
    {
        var api = new HttpClient { BaseAddress = new Uri(Address().Match(await desk.Says("The desk is open at http://")).Value) };
        api.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return api;
    }

    static async Task<(int Status, JsonNode? Body, string? Location)> Send(HttpClient api, string query, string text, string? prefer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assets/imports" + query)
        {
            Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"))
        };
        if (prefer is not null) request.Headers.TryAddWithoutValidation("Prefer", prefer);
        using var answer = await api.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()), answer.Headers.Location?.OriginalString);
    }

    static async Task<JsonNode> Until(HttpClient api, string path, Func<JsonNode, bool> holds)
    {
        for (; ; await Task.Delay(5, TestContext.Current.CancellationToken))
            if ((await Get(api, path)).Body is { } run && holds(run)) return run;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static new partial Regex Address();
}
