using IncidentDesk.Door;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Pauses.Asking;

/// <summary>Which machines asked, on the page of the pause and as what shows that it stopped.</summary>
public sealed class AskedPagesTests : ColleaguesTest
{
    async Task Proposed() => Assert.Equal(201, (await Post(Api, "/api/pauses", new
    {
        key = "mci", target = "Keystroke capture", scope = "everything", mode = "kill",
        reason = "Open to everyone", reviewBy = DateTimeOffset.UtcNow.AddDays(1),
    })).Status);

    async Task Asked(DateTimeOffset at, params string[] clients)
    {
        var by = new Actor(Guid.Parse((string)(await Get(Api, "/api/people")).Body!["items"]![0]!["id"]!), "api: etl");
        Assert.True((await Desk.Do(new NoteAsks { Asks = [.. clients.Select(c => new AskCount("mci", c, 3, at))] }, by)).Done);
    }

    [Fact]
    public async Task Whoever_asked_shows_that_it_stopped_once_somebody_says_why_the_silent_ones_are_no_doubt()
    {
        await Proposed();
        Assert.Contains("No machine has asked about it yet.", (await Api.Page("/pauses/mci")).Body!.TextContent, StringComparison.Ordinal);
        await Asked(DateTimeOffset.UtcNow.AddHours(-1), "etl-1", "etl-2");
        await Post(Api, "/api/pauses/mci/order", null);
        var nobody = await Post(Api, "/api/pauses/mci/verifications", new { kind = "asks" });
        Assert.Equal(409, nobody.Status);
        Assert.Contains("No client has asked", (string)nobody.Body!["detail"]!, StringComparison.Ordinal);
        await Asked(DateTimeOffset.UtcNow.AddSeconds(1), "etl-1");

        Assert.Contains("1 client asked since the pause took effect",
            (await Api.Page("/pauses/mci")).Body!.TextContent, StringComparison.Ordinal);
        var refused = await Api.Send("/pauses/mci", "verify-asks");
        Assert.Equal(409, refused.Status);
        Assert.Contains("has not asked since: etl-2", refused.Alert, StringComparison.Ordinal);
        Assert.Equal("/pauses/mci", (await Api.Send("/pauses/mci", "verify-asks", ("acceptSilent", "It runs on Sundays only"))).Location);

        var page = await Api.Page("/pauses/mci");
        Assert.Contains("Accepted nevertheless: It runs on Sundays only.",
            page.QuerySelector("#pause")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("asks", (string)(await Get(Api, "/api/pauses/mci")).Body!["verification"]!["kind"]!);
    }

    [Fact]
    public async Task How_machines_ask_is_shown_with_the_key_and_the_address_filled_in()
    {
        await Proposed();

        var page = (await Api.Page("/pauses/mci/asking")).Body!.TextContent;

        Assert.Contains("incidentdesk paused mci --client nightly-7", page, StringComparison.Ordinal);
        Assert.Contains($"INCIDENTDESK_URL={Address.ToString().TrimEnd('/')}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("KEY", page, StringComparison.Ordinal);
        await Api.Page("/pauses/never/asking", System.Net.HttpStatusCode.NotFound);
    }
}
