using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Assets.Reaching;

public sealed class BlastRadiusTests : HostTest
{
    const string Csv = """
        key,kind,container,owner,labels,people_data,upstreams
        hive://w/logs.keys,table,logs,ann,,yes,
        hive://w/features.daily,feature-table,features,ben,ml,yes,hive://w/logs.keys
        hive://w/boards.<b>people</b>,dashboard,boards,=cmd|' /C calc'!A0,,yes,hive://w/features.daily
        hive://w/models.rank,model,models,,,no,hive://w/features.daily
        """;

    [Fact]
    public async Task The_api_gives_figures_what_is_missing_and_the_assets_with_their_way()
    {
        await Happen();

        var (status, answer) = await Get(Api, "/api/incidents/1/blast-radius");

        Assert.Equal(200, status);
        var summary = answer!["summary"]!;
        Assert.Equal("""{"linked":1,"total":3,"peopleData":2,"hops":2,"direction":"downstream"}""",
            Some(summary, "linked", "total", "peopleData", "hops", "direction"));
        Assert.Equal("""[{"distance":1,"count":1,"peopleData":1},{"distance":2,"count":2,"peopleData":1}]""",
            summary["byDistance"]!.ToJsonString());
        Assert.Equal(["hive://w/features.daily", "hive://w/boards.<b>people</b>", "hive://w/models.rank"], Keys(answer));
        Assert.Equal(["hive://w/logs.keys", "hive://w/features.daily", "hive://w/models.rank"],
            answer["items"]![2]!["path"]!.AsArray().Select(k => (string)k!));
    }

    [Fact]
    public async Task It_is_read_page_by_page_narrowed_and_cut_off_where_one_asks()
    {
        await Happen();

        var (_, first) = await Get(Api, "/api/incidents/1/blast-radius?limit=2");
        Assert.Equal(["hive://w/models.rank"],
            Keys((await Get(Api, $"/api/incidents/1/blast-radius?limit=2&after={first!["next"]}")).Body));
        Assert.Equal(["hive://w/models.rank"], Keys((await Get(Api, "/api/incidents/1/blast-radius?kind=model&distance=2")).Body));
        var (_, near) = await Get(Api, "/api/incidents/1/blast-radius?depth=1");
        Assert.Equal((1, 1), ((int)near!["summary"]!["total"]!, (int)near["summary"]!["completeness"]!["depthLimit"]!));
        Assert.Contains("The search ended after 1 hop; there is more beyond.", near["incomplete"]!.AsArray().Select(s => (string)s!));
        Assert.Equal(0, (int)(await Get(Api, "/api/incidents/1/blast-radius?direction=upstream")).Body!["summary"]!["total"]!);
    }

    [Theory, InlineData("direction=sideways", "direction"), InlineData("depth=0", "depth"),
        InlineData("depth=-1", "depth"), InlineData("distance=x", "distance"),
        InlineData("groups=501", "groups"), InlineData("gone=perhaps", "gone"), InlineData("kind=poem", "kind")]
    public async Task What_is_not_understood_is_named(string query, string field)
    {
        await Happen();

        var (status, problem) = await Get(Api, $"/api/incidents/1/blast-radius?{query}");

        Assert.Equal(400, status);
        Assert.NotNull(problem!["errors"]![field]);
    }

    [Fact]
    public async Task The_csv_has_every_asset_and_no_formula()
    {
        await Happen();

        using var answer = await Api.GetAsync(new Uri("/api/incidents/1/blast-radius?format=csv", UriKind.Relative));
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("key,distance,kind,container,owner,labels,people_data,review,gone,path", lines[0]);
        Assert.Equal("hive://w/boards.<b>people</b>,2,dashboard,boards,\"'=cmd|' /C "
            + "calc'!A0\",,yes,unknown,no,hive://w/logs.keys > hive://w/features.daily > hive://w/boards.<b>people</b>", lines[2]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public async Task The_page_shows_figures_picture_groups_and_ways_and_runs_nothing()
    {
        await Happen();

        var page = await Api.Page("/incidents/1/blast-radius?group=owner");

        Assert.Equal(["3", "2", "2 hops", "1 linked"], page.QuerySelectorAll(".facts.four dd.big").Select(d => d.TextContent));
        Assert.Equal(3, page.QuerySelectorAll("figure.reach circle").Length);
        Assert.Contains("1 hop: 1, 1 with data about people.", page.QuerySelector("#picture-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["=cmd|' /C calc'!A0", "ben", "No owner recorded"],
            page.QuerySelectorAll("#groups ~ table th[scope=row]").Select(t => t.TextContent));
        Assert.Empty(page.QuerySelectorAll("figure b, td b"));
        Assert.Contains("hive://w/boards.<b>people</b>", page.QuerySelector("#reached ~ table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/api/incidents/1/blast-radius?format=csv", page.QuerySelector("form[role=search] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task As_known_then_the_page_says_that_the_lineage_is_todays()
    {
        await Happen();

        var page = await Api.Page($"/incidents/1/blast-radius?asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}");

        Assert.Contains("The lineage is today's", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_downstream_is_linked_from_the_page_after_a_preview()
    {
        await Happen();

        var preview = await Api.Page("/incidents/1/blast-radius?only=people");
        Assert.Contains("2 assets would be linked", preview.QuerySelector("#link-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["hive://w/features.daily", "hive://w/boards.<b>people</b>"],
            preview.QuerySelectorAll("#link-preview li").Select(l => l.TextContent));
        var sent = await Api.Send("/incidents/1/blast-radius?only=people", "link-reached");

        Assert.Equal("/incidents/1/assets", sent.Location);
        Assert.Equal(3, (int)(await Get(Api, "/api/incidents/1/blast-radius")).Body!["summary"]!["linked"]!);
        Assert.Contains("Nothing would be linked.",
            (await Api.Page("/incidents/1/blast-radius?only=people")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_incident_page_tells_it_in_short()
    {
        await Happen();
        await Get(Api, "/api/incidents/1/blast-radius");

        var card = (await Api.Page("/incidents/1")).QuerySelector("#reach-card")!.TextContent;
        Assert.Contains("Reaches 3 assets, 2 of them with data about people; the farthest is 2 hops away.",
            string.Join(' ', card.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_links_the_page_says_so()
    {
        await Post(Api, "/api/incidents", new { title = "Nothing linked" });

        Assert.Contains("No assets are linked, so there is no blast radius.",
            (await Api.Page("/incidents/1/blast-radius")).Body!.TextContent, StringComparison.Ordinal);
        await Api.Page("/incidents/2/blast-radius", HttpStatusCode.NotFound);
    }

    async Task Happen()
    {
        using var body = new StringContent(Csv, Encoding.UTF8, "text/csv");
        using var imported = await Api.PostAsync(new Uri("/api/assets/imports?format=csv&file=warehouse.csv", UriKind.Relative), body);
        imported.EnsureSuccessStatusCode();
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
        await Post(Api, "/api/incidents/1/assets", new { pattern = "hive://w/logs.*" });
    }

    static string Some(JsonNode node, params string[] names) =>
        new JsonObject([.. names.Select(n => KeyValuePair.Create(n, node[n]?.DeepClone()))]).ToJsonString();

    static IEnumerable<string> Keys(JsonNode? page) => page!["items"]!.AsArray().Select(i => (string)i!["key"]!);
}
