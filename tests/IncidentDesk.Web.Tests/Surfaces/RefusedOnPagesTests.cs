using IncidentDesk.Web.Tests.People;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>The refusals a desk stands or falls by, to people who signed in with password and code and have no script.</summary>
public sealed class RefusedOnPagesTests : HostTest
{
    [Theory, InlineData("", "Give it a title"), InlineData("   ", "Give it a title"), InlineData(null, "at most 200 characters")]
    public async Task A_title_that_is_none_is_refused_beside_its_field_and_nothing_is_declared(string? title, string says)
    {
        using var remy = await SignedIn("Remy");
        var typed = title ?? new string('x', 10_000);

        await (await remy.Open("/incidents/declare")).Send("declare", ("title", typed), ("summary", "Typed at three in the morning"));

        Assert.Equal((400, "/incidents/declare"), (remy.Status, remy.At));
        Assert.Contains(says, remy.Page.GetElementById("declare-title-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed at three in the morning", remy.Page.GetElementById("declare-summary")!.TextContent);
        Assert.Equal(404, (await remy.Open("/incidents/1")).Status);
    }

    [Fact]
    public async Task A_title_is_not_taken_away_and_a_summary_can_be()
    {
        await Post(Api, "/api/incidents", new { title = "Tables open", summary = "To everybody" });
        using var remy = await SignedIn("Remy");

        await (await remy.Open("/incidents/1/manage")).Send("describe", ("title", ""), ("summary", "To some"));
        Assert.Equal(400, remy.Status);
        Assert.Contains("Give it a title", remy.Page.GetElementById("describe-title-problem")!.TextContent, StringComparison.Ordinal);
        await (await remy.Open("/incidents/1/manage")).Send("describe", ("summary", ""));

        var now = (await Get(Api, "/api/incidents/1")).Body!;
        Assert.Equal(("Tables open", null), ((string)now["title"]!, now["summary"]));
        await (await remy.Open("/incidents/1/manage")).Send("describe", ("title", "Tables were open"));
        Assert.Equal(("Tables were open", null), (remy.Heading, (await Get(Api, "/api/incidents/1")).Body!["summary"]));
    }

    [Fact]
    public async Task What_one_person_paused_takes_two_to_resume()
    {
        using var remy = await SignedIn("Remy");
        using var sam = await SignedIn("Sam");
        await (await remy.Open("/pauses"))
            .Send("propose", ("key", "mci"), ("target", "Capture"), ("scope", "All"), ("mode", "kill"), ("reason", "Open"));
        await remy.Send("order");
        await (await remy.Open("/pauses/mci")).Send("approve", ("reason", "Fixed"));

        await (await remy.Open("/pauses/mci")).Send("resume");

        Assert.Equal(409, remy.Status);
        Assert.Contains("another person has to resume", remy.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("resume-approved", (string)(await Get(Api, "/api/pauses/mci")).Body!["state"]!);
        await (await sam.Open("/pauses/mci")).Send("resume");
        Assert.Equal("resumed", (string)(await Get(Api, "/api/pauses/mci")).Body!["state"]!);
    }

    [Fact]
    public async Task A_private_incident_is_no_more_there_for_a_stranger_than_one_that_never_was()
    {
        using var remy = await SignedIn("Remy");
        using var stranger = await SignedIn("Stig");
        await (await remy.Open("/incidents/declare")).Send("declare", ("title", "Somebody read the diary"), ("visibility", "private"));
        Assert.Equal((200, "Somebody read the diary"), (remy.Status, remy.Heading));

        await stranger.Open("/incidents/1");
        var hidden = (stranger.Status, stranger.Text);
        await stranger.Open("/incidents/99");
        Assert.Equal(hidden, (stranger.Status, stranger.Text));
        Assert.Equal((404, "Page not found"), (stranger.Status, stranger.Heading));

        // The form of an incident one may see, sent to the address of one that one may not.
        await (await stranger.Open("/incidents/declare")).Send("declare", ("title", "Mine"));
        var answers = new List<(int, string)>();
        foreach (var number in new[] { 1, 99 })
        {
            await stranger.Open("/incidents/2");
            stranger.Page.GetElementById("update")!.SetAttribute("action", $"/incidents/{number}");
            await stranger.Send("update", ("text", "I know"));
            answers.Add((stranger.Status, stranger.Text));
        }
        Assert.Equal(answers[1], answers[0]);
        Assert.InRange(answers[0].Item1, 400, 404);
        Assert.DoesNotContain("I know", (await remy.Open("/incidents/1")).Text, StringComparison.Ordinal);
    }

    async Task<Browser> SignedIn(string name)
    {
        var invited = await Post(Api, "/api/people", new { name, email = $"{name}@example.org", roles = "responder" });
        return await new Browser(Address).Join($"/invitation/{invited.Body!["secret"]}", DateTimeOffset.UtcNow);
    }
}
