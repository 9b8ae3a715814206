using System.Net;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Pauses;

public sealed class PausePagesTests : ColleaguesTest
{
    static readonly (string, string)[] Proposal =
    [
        ("target", "Keystroke capture"), ("scope", "everything"), ("mode", "kill"), ("reason", "Open to everyone"), ("key", "mci-program"),
        ("conditions", "Access rules reviewed\r\nReviews shown"),
    ];

    [Fact]
    public async Task Without_script_one_person_proposes_and_orders_and_another_resumes()
    {
        using var second = await Colleague("Sam Second", "responder");
        await Post(Api, "/api/incidents", new { title = "Tables open" });

        Assert.Equal("/pauses/mci-program", (await Api.Send("/incidents/1/pauses", "propose", Proposal)).Location);
        Assert.Equal("/pauses/mci-program", (await Api.Send("/pauses/mci-program", "order")).Location);
        Assert.Contains("These conditions are open",
            (await Api.Send("/pauses/mci-program", "approve", ("reason", "In a hurry"))).Alert, StringComparison.Ordinal);
        foreach (var number in new[] { "1", "2" })
            Assert.Equal(302,
                (await Api.Send("/pauses/mci-program", "settle", ("condition", number), ("state", "met"), ("evidence", "Minutes"))).Status);
        Assert.Equal(302, (await Api.Send("/pauses/mci-program", "verify", ("text", "Nothing runs"), ("lookedAt", "Scheduler"))).Status);
        await Api.Send("/pauses/mci-program", "approve", ("reason", "Both conditions are met"));
        var alone = await Api.Send("/pauses/mci-program", "resume");
        Assert.Equal(409, alone.Status);
        Assert.Contains("another person has to resume", alone.Alert, StringComparison.Ordinal);
        Assert.Equal(302, (await second.Send("/pauses/mci-program", "resume")).Status);

        var page = await Api.Page("/pauses/mci-program");
        Assert.Contains("Why: Open to everyone", page.GetElementById("pause")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#pause .conditions li").Length);
        Assert.Equal(7, page.QuerySelectorAll(".timeline > li").Length);
        Assert.Contains("resumed", (await Api.Page("/incidents/1/pauses")).QuerySelector("#incident-pauses")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Nothing is paused.", (await Api.Page("/pauses")).QuerySelector("#pauses")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var sent = await Api.Send("/pauses", "propose", ("target", "Keystroke capture"), ("key", "no blanks"));

        Assert.Equal(400, sent.Status);
        Assert.Contains("machines ask with this key",
            sent.Page.GetElementById("propose-key-problem")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(sent.Page.GetElementById("propose-reason-problem"));
        Assert.Equal("Keystroke capture", sent.Page.GetElementById("propose-target")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_is_slower_reads_that_somebody_else_was_faster()
    {
        await Api.Send("/pauses", "propose", Proposal);

        var slow = await Api.Send("/pauses/mci-program", "order", () => Api.Send("/pauses/mci-program", "order"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("was already ordered and has been in force since", slow.Alert, StringComparison.Ordinal);
        Assert.Null((await Api.Page("/pauses/mci-program")).GetElementById("order"));
        Assert.Null((await Api.Page("/pauses/mci-program")).GetElementById("withdraw"));
    }

    [Fact]
    public async Task A_stranger_finds_no_page_of_a_hidden_pause()
    {
        using var stranger = await Colleague("Stig Stranger", "responder");
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        await Api.Send("/incidents/1/pauses", "propose", Proposal);

        await stranger.Page("/pauses/mci-program", HttpStatusCode.NotFound);
        await stranger.Page("/incidents/1/pauses", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Keystroke", (await stranger.Page("/pauses")).Body!.TextContent, StringComparison.Ordinal);
    }
}
