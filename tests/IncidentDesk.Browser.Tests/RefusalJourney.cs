using IncidentDesk.Browser.Tests.Kit;
using IncidentDesk.Door;

namespace IncidentDesk.Browser.Tests;

/// <summary>What is refused says why, where it stands, and what was saved.</summary>
public sealed class RefusalJourney(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task An_incident_without_a_title_is_refused_beside_the_field_and_a_link_leads_there()
    {
        var page = await Colleague("Remy Responder");
        await page.GotoAsync("/incidents/declare");
        await page.GetByRole(AriaRole.Radio, new() { Name = "SEV0" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Declare" }).ClickAsync();

        var alert = page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("Nothing was saved");
        await Expect(alert).ToContainTextAsync("(What is wrong?)");
        await Expect(alert).ToBeFocusedAsync();
        var title = page.GetByLabel("What is wrong?");
        await Expect(title).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(title).ToHaveAccessibleDescriptionAsync(
            new System.Text.RegularExpressions.Regex("title", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "SEV0" })).ToBeCheckedAsync();

        await new Keyboard(page).Press(alert.GetByRole(AriaRole.Link, new() { Name = "Give it a title" }));
        await Expect(title).ToBeFocusedAsync();

        await page.GotoAsync("/");
        await Expect(page.Locator("#board")).ToContainTextAsync("No incident is open");
    }

    [Fact]
    public async Task A_stranger_cannot_tell_a_private_incident_from_a_number_that_does_not_exist()
    {
        var number = (await Desk.Post("/api/incidents", new { title = "Somebody read the diary", visibility = "private" }))["number"];
        var page = await Colleague("Stig Stranger");

        foreach (var tab in new[] { "", "/tasks", "/assets", "/pauses", "/statements", "/people", "/manage", "/reports", "/entries/1" })
        {
            var hidden = await page.GotoAsync($"/incidents/{number}{tab}");
            var told = (hidden!.Status, await page.TitleAsync(), await page.Locator("main").InnerHTMLAsync());
            var missing = await page.GotoAsync($"/incidents/4711{tab}");
            Assert.Equal(404, told.Status);
            Assert.Equal(told, (missing!.Status, await page.TitleAsync(), await page.Locator("main").InnerHTMLAsync()));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Page not found");
        }
    }
}
