using IncidentDesk.Browser.Tests.Kit;

namespace IncidentDesk.Browser.Tests;

/// <summary>The desk goes away and comes back while somebody is writing.</summary>
public sealed class ConnectionLostJourney(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task When_the_connection_is_lost_the_page_says_so_keeps_what_is_typed_and_recovers()
    {
        await Desk.Post("/api/incidents", new { title = "Tables open" });
        var page = await Colleague("Remy Responder");
        await page.GotoAsync("/incidents/1");
        var (state, text) = (page.Locator("#live-state"), page.GetByLabel("What happened, what is known, what is being done"));
        await Expect(state).ToHaveTextAsync("Live");
        await text.FillAsync("Written while the desk was");
        var board = await page.Context.NewPageAsync();
        await board.GotoAsync("/");
        await Expect(board.Locator("#live-state")).ToHaveTextAsync("Live");

        await Desk.End();
        await Expect(state).ToContainTextAsync("Connection lost");
        await text.PressSequentiallyAsync(" away");
        await Desk.Begin();
        await Desk.Post("/api/incidents/1/updates", new { text = "Recorded before the page was back" });
        await Desk.Post("/api/incidents", new { title = "Declared before the board was back" });

        await Expect(state).ToHaveTextAsync("Live");
        await Expect(page.Locator("#timeline")).ToContainTextAsync("Recorded before the page was back");
        await Expect(text).ToHaveValueAsync("Written while the desk was away");
        await Expect(board.Locator("#board")).ToContainTextAsync("Declared before the board was back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
        await Expect(page.Locator("#timeline")).ToContainTextAsync("Written while the desk was away");
        Company.Forgive("net::ERR_");
    }
}
