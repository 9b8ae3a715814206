using System.Net.Http.Headers;
using System.Text;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Overview.Assets;

/// <summary>The page of one asset, and the same over the API, found by names as nasty as names are.</summary>
public sealed class AssetPageTests : ColleaguesTest
{
    const string Keys = "hive://w/logs.keys";

    /// <summary>None of these may be read as another one, or not at all.</summary>
    public static TheoryData<string> Names =>
    [
        Keys, "s3://bucket/a/b//c/../d/./e", "kafka://broker:9092/top ic", "bigquery://p/d.t#dev",
        "file://host/what?is=this&that", "x://y/100%", "x://y/%2F", "x://y/%252F%3F", "x://y/a%2fb",
        "x://y/\"quoted\" and 'so'", "x://y/<b>bold</b>", "x://y/💥.таблица.表", "x://y/plus+and space",
        "x://y/back\\slash;semi,comma:colon@at", "x://y/é\u0301", "x://y/.." , "x://y/{curly}[square]|^`", "x://y/trailing/",
    ];

    [Theory, MemberData(nameof(Names))]
    public async Task A_key_is_found_at_its_address_whatever_it_holds(string key)
    {
        await Import($"key,owner\n\"{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\",anna\nhive://w/other,ben\n");

        var (status, found) = await Get(Api, $"/api/assets/{Uri.EscapeDataString(key)}");
        Assert.Equal((200, key), (status, (string?)found?["key"]));
        var list = await Api.Page("/assets");
        var link = list.QuerySelectorAll("td a").Single(a => a.TextContent == key).GetAttribute("href")!;
        var page = await Api.Page(link);
        Assert.Equal(key, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(link, page.QuerySelector("#link")!.GetAttribute("action"));
    }

    [Fact]
    public async Task Slashes_may_stand_in_the_address_as_they_are()
    {
        await Import();

        Assert.Equal(Keys, (string)(await Get(Api, $"/api/assets/{Keys}")).Body!["key"]!);
        Assert.Equal(Keys, (await Api.Page($"/assets/{Keys}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_is_not_there_is_not_there_and_an_odd_number_of_neighbours_is_refused()
    {
        await Import();

        Assert.Equal(404, (await Get(Api, "/api/assets/hive%3A%2F%2Fw%2Fmissing")).Status);
        using var page = await Api.GetAsync(new Uri("/assets/hive%3A%2F%2Fw%2Fmissing", UriKind.Relative));
        Assert.Equal(404, (int)page.StatusCode);
        Assert.NotNull((await Get(Api, $"/api/assets/{Keys}?neighbours=501")).Body!["errors"]!["neighbours"]);
        Assert.Equal(401, (await Get(Anonymous, $"/api/assets/{Keys}")).Status);
    }

    [Fact]
    public async Task Its_neighbours_are_the_first_in_the_order_of_their_keys_and_how_many_there_are()
    {
        await Import("key,upstreams\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $"hive://w/up.t{n:00},\n"))
            + $"{Keys},{string.Join(';', Enumerable.Range(0, 48).Select(n => $"hive://w/up.t{n:00}"))}\nhive://w/down,{Keys}\n");
        await Import($"key,upstreams\n{Keys},{string.Join(';', Enumerable.Range(48, 12).Select(n => $"hive://w/up.t{n:00}"))}\n");

        var found = (await Get(Api, $"/api/assets/{Keys}")).Body!;
        Assert.Equal((60, 50, "hive://w/up.t00"), ((int)found["upstream"]!["count"]!,
            found["upstream"]!["items"]!.AsArray().Count, (string?)found["upstream"]!["items"]![0]!["key"]));
        Assert.Equal(["hive://w/down"], found["downstream"]!["items"]!.AsArray().Select(n => (string)n!["key"]!));
        Assert.Equal(2, (await Get(Api, $"/api/assets/{Keys}?neighbours=2")).Body!["upstream"]!["items"]!.AsArray().Count);
        var page = await Api.Page($"/assets/{Keys}");
        Assert.Contains("The first 50 of 60", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(60, (await Api.Page(page.QuerySelectorAll("a").Single(
            a => a.TextContent.Contains("all of 60", StringComparison.Ordinal)).GetAttribute("href")!.Split('#')[0]))
            .QuerySelectorAll("#up ~ table tbody tr").Length);
    }

    [Fact]
    public async Task The_incidents_and_pauses_that_touch_it_are_shown_to_those_who_may_see_them()
    {
        await Import();
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        foreach (var n in new[] { 1, 2 })
            await Post(Api, $"/api/incidents/{n}/assets",
                new { pattern = "*keys*", exposedFrom = "2026-01-01T00:00:00Z", disclosure = "not-evidence-at-hand" });
        await Post(Api, "/api/pauses", new
        {
            key = "hidden", incident = 2, target = "Diary", scope = "s",
            mode = "drain", reason = "r", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
        });
        await Post(Api, "/api/pauses", new
        {
            key = "shown", incident = 1, target = "Capture", scope = "s",
            mode = "drain", reason = "r", reviewBy = DateTimeOffset.UtcNow.AddDays(1)
        });
        using var stranger = await Colleague("Stig Stranger", "viewer, responder, privacy, administrator");

        var (mine, theirs) = ((await Get(Api, $"/api/assets/{Keys}")).Body!, (await Get(stranger, $"/api/assets/{Keys}")).Body!);

        Assert.Equal(["INC-2", "INC-1", "hidden", "shown"], [.. Of(mine, "incidents", "name"), .. Of(mine, "pauses", "key")]);
        Assert.Equal(["INC-1", "shown"], [.. Of(theirs, "incidents", "name"), .. Of(theirs, "pauses", "key")]);
        Assert.Contains("no search of the logs is recorded", (string)theirs["incidents"]![0]!["contradiction"]!, StringComparison.Ordinal);
        var page = (await stranger.Page($"/assets/{Keys}")).Body!.TextContent;
        Assert.Contains("Open to everyone", page, StringComparison.Ordinal);
        Assert.DoesNotContain("diary", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task From_its_page_it_is_linked_to_an_incident_or_one_is_declared_about_it()
    {
        await Import();
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });

        var linked = await Api.Send($"/assets/{Uri.EscapeDataString(Keys)}", "link", ("incident", "1"));
        Assert.Contains("Linked, as entry 2 of the incident.", linked.Page.Body!.TextContent, StringComparison.Ordinal);
        var missing = await Api.Send($"/assets/{Uri.EscapeDataString(Keys)}", "link", ("incident", "4711"));
        Assert.Equal(409, missing.Status);
        Assert.Contains("There is no incident INC-4711, or", missing.Alert, StringComparison.Ordinal);
        await Api.Send($"/assets/{Uri.EscapeDataString(Keys)}", "declare", ("title", "Keystrokes on a screen"), ("severity", "SEV1"));

        Assert.Equal([Keys], (await Get(Api, "/api/incidents/2/assets")).Body!["items"]!.AsArray().Select(a => (string)a!["key"]!));
        Assert.Equal("Keystrokes on a screen", (string)(await Get(Api, "/api/incidents/2")).Body!["title"]!);
    }

    static IEnumerable<string> Of(System.Text.Json.Nodes.JsonNode found, string list, string member) =>
        found[list]!.AsArray().Select(i => (string)i![member]!);

    async Task Import(
        string csv = "key,kind,owner,labels,people_data\n"
            + "hive://w/logs.keys,table,anna,keystrokes;staff,yes\nhive://w/logs.screens,view,,,no\n")
    {
        using var content = new StringContent(csv, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        using var answer = await Api.PostAsync(new Uri("/api/assets/imports", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
