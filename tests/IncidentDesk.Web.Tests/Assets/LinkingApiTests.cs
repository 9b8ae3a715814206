using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Assets;

/// <summary>Choosing assets over HTTP: a preview, a list as the body, a saved search.</summary>
public sealed class LinkingApiTests : ColleaguesTest
{
    [Fact]
    public async Task A_preview_takes_the_same_body_as_linking_and_its_name_holds_linking_to_it()
    {
        await Arrange();
        var (status, preview) = await Send("/api/incidents/1/assets/preview", "{\"pattern\":\"hive://*\"}", "application/json");

        Assert.Equal((200, 2, 0), (status, (int)preview["count"]!, (int)preview["alreadyLinked"]!));
        Assert.Equal(["hive://w/a", "hive://w/b"], preview["sample"]!.AsArray().Select(a => (string)a!["key"]!));
        Assert.Empty((await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray());
        var linked = await Post(Api, "/api/incidents/1/assets", new { pattern = "hive://*", previewed = (string)preview["previewed"]! });
        Assert.Equal((200, 2), (linked.Status, (int)linked.Body!["linked"]!));
        var again = await Post(Api, "/api/incidents/1/assets", new { pattern = "hive://*", previewed = (string)preview["previewed"]! });
        Assert.Equal((409, "other-than-previewed"), (again.Status, (string)again.Body!["code"]!));
    }

    [Theory, InlineData("text/plain"), InlineData("text/csv; charset=utf-8")]
    public async Task A_list_is_the_body_and_the_rest_stands_in_the_address(string type)
    {
        await Arrange();
        const string list = "\uFEFFkey,note\n# from the ticket\nhive://w/a,first\nhive://w/none,\nhive://w/a,again\n",
            query = "?disclosure=disclosed&exposedFrom=2026-01-01T00:00:00+02:00";

        var (_, preview) = await Send("/api/incidents/1/assets/preview" + query, list, type);
        var (status, linked) = await Send($"/api/incidents/1/assets{query}&previewed={preview["previewed"]}", list, type);

        Assert.Equal((200, 1, 1), (status, (int)linked["linked"]!, (int)linked["repeated"]!));
        Assert.Equal((4, 4), ((int)linked["unmatchedLines"]![0]!, (int)preview["unmatched"]![0]!["line"]!));
        var shown = (await Get(Api, "/api/incidents/1/assets")).Body!["items"]![0]!;
        Assert.Equal(("disclosed", "2025-12-31T22:00:00Z"), ((string)shown["disclosure"]!, (string)shown["exposedFrom"]!));
    }

    [Theory]
    [InlineData("hive://w/a\nhive://w/\u0001", "", 400, "list-key-unprintable")]
    [InlineData("", "", 400, "list-empty")]
    [InlineData("hive://w/a", "?disclosure=perhaps", 400, "invalid")]
    [InlineData("hive://w/a", "?pattern=*", 400, "invalid")]
    [InlineData("hive://w/a", "?colour=red", 400, "invalid")]
    public async Task A_list_that_cannot_be_taken_links_nothing(string list, string query, int status, string code)
    {
        await Arrange();

        foreach (var address in new[] { "/api/incidents/1/assets", "/api/incidents/1/assets/preview" })
        {
            var refused = await Send(address + query, list, "text/plain");
            Assert.Equal((status, code), (refused.Status, (string)refused.Body["code"]!));
        }
        Assert.Empty((await Get(Api, "/api/incidents/1/assets")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_may_not_link_may_not_preview_and_a_hidden_incident_is_as_one_that_is_not_there()
    {
        await Arrange();
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        using var stranger = await Colleague("Stig Stranger", "viewer, responder, privacy, administrator");
        using var reader = await Colleague("Rita Reader", "viewer");

        var (hidden, missing) = (await Post(stranger, "/api/incidents/2/assets/preview", new { pattern = "*" }),
            await Post(stranger, "/api/incidents/4711/assets/preview", new { pattern = "*" }));
        Assert.Equal((404, missing.Body!.ToJsonString().Replace("4711", "", StringComparison.Ordinal)),
            (hidden.Status, hidden.Body!.ToJsonString().Replace("INC-2", "INC-", StringComparison.Ordinal)));
        Assert.Equal(404, (await Post(reader, "/api/incidents/1/assets/preview", new { pattern = "*" })).Status);
        Assert.Equal(401, (await Post(Anonymous, "/api/incidents/1/assets/preview", new { pattern = "*" })).Status);
    }

    [Fact]
    public async Task A_saved_search_is_listed_and_links_what_it_finds()
    {
        await Arrange();
        var saved = (await Post(Api, "/api/assets/searches", new { name = "Views", kind = "view" })).Body!;

        var listed = (await Get(Api, "/api/assets/searches")).Body!["items"]![0]!;
        Assert.Equal(("Views", "view", (int)saved["search"]!),
            ((string)listed["name"]!, (string)listed["filter"]!["kind"]!, (int)listed["search"]!));
        Assert.Equal(1, (int)(await Post(Api, "/api/incidents/1/assets", new { savedSearch = (int)saved["search"]! })).Body!["linked"]!);
        Assert.Equal(200, (await Post(Api, $"/api/assets/searches/{saved["search"]}/deletion", null)).Status);
        Assert.Empty((await Get(Api, "/api/assets/searches")).Body!["items"]!.AsArray());
    }

    async Task Arrange()
    {
        await Send("/api/assets/imports", "key,kind\nhive://w/a,table\nhive://w/b,view\n", "text/csv");
        await Post(Api, "/api/incidents", new { title = "Open to everyone" });
    }

    async Task<(int Status, JsonNode Body)> Send(string path, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        using var answer = await Api.PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
