using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.People;

public sealed class PeoplePagesTests : ColleaguesTest
{
    [Fact]
    public async Task An_administrator_adds_a_person_and_sees_their_link_once()
    {
        var page = await Send("/people", "invite", ("name", "Nia New"), ("email", "nia@example.org"), ("roles", "comms"));

        Assert.Contains("/invitation/", page.QuerySelector("code.secret")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nia@example.org", page.Body!.TextContent, StringComparison.Ordinal);
        var (_, again) = await Get("/people");
        Assert.DoesNotContain("/invitation/", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_given_roles_and_tokens_and_leaves_the_desk_on_their_page()
    {
        var nia = (string)(await Post(Api, "/api/people",
            new { name = "Nia New", email = "nia@example.org", roles = "comms" })).Body!["person"]!;

        Assert.Contains("comms, privacy",
            (await Send($"/people/{nia}", "roles", ("roles", "comms"), ("roles", "privacy"))).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.StartsWith("idk_", (await Send($"/people/{nia}", "issue", ("name", "letters"), ("roles", "comms")))
            .QuerySelector("code.secret")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("deactivated", (await Send($"/people/{nia}", "deactivate")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("revoked", (await Send($"/people/{nia}", "reactivate")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_administrate_sees_colleagues_and_no_levers()
    {
        var nia = (string)(await Post(Api, "/api/people",
            new { name = "Nia New", email = "nia@example.org", roles = "comms" })).Body!["person"]!;
        using var reader = await Colleague("Rea Reader", "viewer");

        using var list = await reader.GetAsync(new Uri("/api/people", UriKind.Relative));
        Assert.Equal(200, (int)list.StatusCode);
        Assert.Equal(404, (await Post(reader, $"/api/people/{nia}/deactivate", null)).Status);
        Assert.Equal(404, (await Post(reader, $"/api/people/{nia}/roles", new { roles = "administrator" })).Status);
        Assert.Equal(404, (await Post(reader, "/api/people", new { name = "x", email = "x@example.org", roles = "administrator" })).Status);
        Assert.DoesNotContain("<form method=\"post\" action=\"/people",
            await reader.GetStringAsync(new Uri($"/people/{nia}", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_hash_nor_a_secret_is_ever_listed()
    {
        var (_, issued, _) = await Post(Api, "/api/tokens", new { name = "importer", roles = "responder" });

        var (_, tokens) = await Get("/api/tokens");
        var (_, people) = await Get("/api/people");

        Assert.Contains("importer", tokens, StringComparison.Ordinal);
        Assert.DoesNotContain((string)issued!["secret"]!, tokens, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", (tokens + people).ToLowerInvariant(), StringComparison.Ordinal);
    }

    async Task<(int Status, string Text)> Get(string path)
    {
        using var answer = await Api.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<AngleSharp.Html.Dom.IHtmlDocument> Send(string path, string form, params (string, string)[] fields)
    {
        using var browser = new Browser(Address, await Session());
        await browser.Open(path);
        await browser.Send(form, fields);
        Assert.Equal(200, browser.Status);
        return browser.Page;
    }
}
