using System.Globalization;
using System.Text.Json.Nodes;
using IncidentDesk.Tests.House;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Lists that come page by page.</summary>
public sealed class PagingTests : HostTest
{
    /// <summary>Each list with what tells its items apart.</summary>
    static readonly (string Path, string Identity)[] Lists =
    [
        ("/api/incidents?", "number"), ("/api/assets?", "key"), ("/api/assets/imports?", "import"),
        ("/api/pauses?", "key"), ("/api/reviews?", "key"), ("/api/incidents/1/assets?", "key"),
        ("/api/incidents/1/evidence/assets?", "key"), ("/api/incidents/1/blast-radius?", "key"),
        ("/api/incidents/1/timeline?", "position"), ("/api/incidents/1/timeline?order=happened&", "position"),
        ("/api/incidents/1/timeline?first=newest&", "position"),
        ("/api/incidents/1/timeline?first=newest&order=happened&", "position"), ("/api/incidents/1/timeline?q=e&", "position"),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var n = 0; n < 7; n++) await Post(Api, "/api/incidents", new { title = $"Tables open {n}", severity = $"SEV{n % 3}" });
        var rows = Enumerable.Range(0, 7).Select(n => $"hive://w/logs.é{n}");
        var made = Enumerable.Range(0, 7).Select(n => $"hive://w/made.{n},{(n < 4 ? $"hive://w/logs.é{n}" : $"hive://w/made.{n - 4}")}");
        for (var n = 0; n < 6; n++)
        {
            using var csv = new StringContent(
                "key,upstreams\n" + string.Join('\n', rows.Select(r => r + ",").Concat(made)), null, "text/csv");
            (await Api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), csv)).Dispose();
        }
        for (var n = 0; n < 7; n++)
            await Post(Api, "/api/pauses", new
            {
                key = $"p{n}", target = "t", scope = "s", mode = "drain",
                reason = "r", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
            });
        for (var n = 0; n < 7; n++) await Post(Api, "/api/reviews", new { key = $"r{n}", name = "Program" });
        await Post(Api, "/api/incidents/1/assets", new { pattern = "hive://w/logs.*" });
        // The same instant several times, so that a cursor of times alone would lose some.
        for (var n = 0; n < 6; n++)
            await Post(Api, "/api/incidents/1/updates", new { text = $"Seen {n}", happenedAt = "2026-06-01T00:00:00Z" });
    }

    [Fact]
    public async Task Following_next_to_its_end_shows_everything_once_and_in_the_order_of_the_whole()
    {
        foreach (var (path, identity) in Lists)
        {
            var whole = Identities(await Items(path + "limit=500"), identity);
            Assert.True(whole.Count > 5, path);
            foreach (var limit in new[] { 1, 2, 3, 500 })
            {
                var walked = new List<string>();
                for (string? next = ""; next is not null;)
                {
                    var page = await Items($"{path}limit={limit.ToString(CultureInfo.InvariantCulture)}"
                        + $"{(next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : "")}");
                    Assert.InRange(page["items"]!.AsArray().Count, 1, limit);
                    walked.AddRange(Identities(page, identity));
                    Assert.True(walked.Count <= whole.Count, $"{path} goes round in circles");
                    next = (string?)page["next"];
                }
                Assert.Equal(whole, walked);
            }
        }
    }

    [Fact]
    public async Task A_limit_below_1_above_500_or_no_number_is_refused_by_its_field()
    {
        foreach (var limit in new[] { "0", "501", "-1", "ten", "1e2", "99999999999" })
            foreach (var (path, _) in Lists)
            {
                var (status, problem) = await Get(Api, $"{path}limit={limit}");
                Assert.Equal((400, "limit"), (status, problem!["errors"]!.AsObject().Single().Key));
            }
    }

    [Fact]
    public void Every_list_that_takes_a_cursor_is_walked_here() => Rule.Holds(
        Described().Where(o => !o.Path.EndsWith("/stream", StringComparison.Ordinal)
            && o.Operation["parameters"]?.AsArray().Any(p => (string)p!["name"]! == "after") is true),
        // Written every two seconds, so that a list would grow while it is walked: see SecurityEventTests.
        o => o.Path == "/api/security-events"
            || Lists.Any(l => o.Path == System.Text.RegularExpressions.Regex.Replace(l.Path.Split('?')[0], @"/\d+", "/{incident}")) ? null
            : $"{o.Path} takes a cursor; add it to Lists.");

    IEnumerable<(string Path, JsonNode Operation)> Described() =>
        Get(Anonymous, "/openapi/v1.json").GetAwaiter().GetResult().Body!["paths"]!.AsObject()
            .Where(p => p.Value!["get"] is not null).Select(p => (p.Key, p.Value!["get"]!));

    async Task<JsonNode> Items(string path)
    {
        var (status, page) = await Get(Api, path);
        Assert.True(status == 200, $"{path}: {page}");
        return page!;
    }

    static List<string> Identities(JsonNode page, string identity) => [.. page["items"]!.AsArray().Select(i => i![identity]!.ToString())];
}
