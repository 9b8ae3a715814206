using System.Net;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Statements;

public sealed class StatementTests : ColleaguesTest
{
    [Fact]
    public async Task Over_the_api_a_statement_is_drafted_revised_and_its_exact_text_recorded()
    {
        await Post(Api, "/api/incidents", new { title = "Tables open" });

        var drafted = await Post(Api, "/api/incidents/1/statements", new { audience = "affected-people" });
        Assert.Equal((200, "S1"), (drafted.Status, (string)drafted.Body!["statement"]!));
        Assert.Equal(409, (await Post(Api, "/api/incidents/1/statements/S1/publications", new { version = 1, channel = "letter" })).Status);
        await Post(Api, "/api/incidents/1/statements/S1/versions", new { text = "We do not know yet.", note = "Short", after = 1 });
        await Post(Api, "/api/incidents/1/statements/S1/publications", new { version = 2, channel = "letter" });

        var statement = (await Get(Api, "/api/incidents/1/statements")).Body!["items"]![0]!;
        Assert.Contains("We do not yet know which data could be accessed",
            (string)statement["versions"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Equal(("We do not know yet.", false),
            ((string)statement["publications"]![0]!["text"]!, (bool)statement["publications"]![0]!["differs"]!));
    }

    [Fact]
    public async Task On_pages_without_script_the_same()
    {
        await Post(Api, "/api/incidents", new { title = "Tables open" });

        Assert.Equal("/incidents/1/statements/S1", (await Api.Send("/incidents/1/statements", "draft", ("audience", "press"))).Location);
        var unfinished = await Api.Send("/incidents/1/statements/S1", "publish", ("channel", "press conference"));
        Assert.Contains("places marked [TO COMPLETE] or [CHECK]", unfinished.Alert, StringComparison.Ordinal);
        Assert.Equal(302,
            (await Api.Send("/incidents/1/statements/S1", "revise", ("text", "<script>alert(1)</script>\r\nPaused."))).Status);
        Assert.Equal(302,
            (await Api.Send("/incidents/1/statements/S1", "publish", ("channel", "press conference"), ("text", "Other words."))).Status);

        var page = await Api.Page("/incidents/1/statements/S1");
        Assert.Equal("Other words.", page.QuerySelector(".note pre")!.TextContent);
        Assert.Equal("<script>alert(1)</script>\nPaused.", page.QuerySelector("#version-2 pre")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("wording differs from version 2",
            (await Api.Page("/incidents/1/statements")).QuerySelector("#statements")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_over_an_older_version_is_told_and_loses_nothing()
    {
        await Post(Api, "/api/incidents", new { title = "Tables open" });
        await Post(Api, "/api/incidents/1/statements", new { audience = "press" });

        var late = await Api.Send("/incidents/1/statements/S1", "revise",
            () => Post(Api, "/api/incidents/1/statements/S1/versions", new { text = "Two" }), ("text", "Mine"));

        Assert.Contains("has written version 2 since", late.Alert, StringComparison.Ordinal);
        Assert.Equal("Mine", late.Page.GetElementById("revise-text")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_to_a_private_incident_finds_no_statement_and_a_responder_writes_none()
    {
        using var stranger = await Colleague("Stig Stranger", "comms");
        using var responder = await Colleague("Remy Responder", "responder");
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        await Post(Api, "/api/incidents", new { title = "Tables open" });
        await Post(Api, "/api/incidents/1/statements", new { audience = "press" });

        Assert.Equal(404, (await Get(stranger, "/api/incidents/1/statements")).Status);
        Assert.Equal(404, (await Post(stranger, "/api/incidents/1/statements", new { audience = "press" })).Status);
        await stranger.Page("/incidents/1/statements", HttpStatusCode.NotFound);
        await stranger.Page("/incidents/1/statements/S1", HttpStatusCode.NotFound);
        Assert.Equal(404, (await Post(responder, "/api/incidents/2/statements", new { audience = "press" })).Status);
        Assert.Equal(401, (await Post(Anonymous, "/api/incidents/2/statements", new { audience = "press" })).Status);
    }

    [Fact]
    public async Task An_unknown_audience_is_answered_with_those_there_are()
    {
        await Post(Api, "/api/incidents", new { title = "Tables open" });

        var (status, body, _) = await Post(Api, "/api/incidents/1/statements", new { audience = "martians" });

        Assert.Equal(400, status);
        Assert.Equal("Choose one of: regulator, affected-people, staff, press, customers, board.",
            (string)body!["errors"]!["audience"]![0]!);
    }
}
