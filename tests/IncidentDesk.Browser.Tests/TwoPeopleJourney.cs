using IncidentDesk.Browser.Tests.Kit;

namespace IncidentDesk.Browser.Tests;

/// <summary>Two people at one incident, each at a browser of their own.</summary>
public sealed class TwoPeopleJourney(Chromium chromium) : BrowserTest(chromium)
{
    IPage _ada = null!, _bo = null!;

    async Task Meet()
    {
        await Desk.Post("/api/incidents", new { title = "Tables open", severity = "SEV2" });
        _ada = await Colleague("Ada Adams");
        _bo = await Colleague("Bo Berg");
    }

    [Fact]
    public async Task What_one_writes_the_other_reads_at_once_and_loses_nothing_half_typed()
    {
        await Meet();
        await _bo.GotoAsync("/incidents/1");
        await Expect(_bo.Locator("#live-state")).ToHaveTextAsync("Live");
        await _bo.EvaluateAsync("() => { window.stillTheSamePage = true }");
        var half = _bo.GetByLabel("What happened, what is known, what is being done");
        await half.FillAsync("Half a sen");

        await _ada.GotoAsync("/incidents/1");
        await _ada.GetByLabel("What happened, what is known, what is being done").FillAsync("Access rules are **fixed**.");
        await _ada.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();

        await Expect(_bo.Locator("#timeline strong")).ToHaveTextAsync("fixed");
        await Expect(half).ToHaveValueAsync("Half a sen");
        await Expect(half).ToBeFocusedAsync();
        Assert.True(await _bo.EvaluateAsync<bool>("() => window.stillTheSamePage === true"));
    }

    [Fact]
    public async Task What_is_new_does_not_take_the_focus_away_from_somebody_reading()
    {
        await Meet();
        await _bo.GotoAsync("/incidents/1");
        await Expect(_bo.Locator("#live-state")).ToHaveTextAsync("Live");
        var link = _bo.Locator("#timeline a[href='/incidents/1/entries/1']");
        await link.FocusAsync();

        await Desk.Post("/api/incidents/1/updates", new { text = "Second shift takes over" });

        await Expect(_bo.Locator("#timeline")).ToContainTextAsync("Second shift takes over");
        await Expect(link).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Nobody_lifts_a_pause_alone_and_the_other_one_does()
    {
        await Meet();
        await Desk.Post("/api/pauses", new
        {
            key = "mci-program", target = "Keystroke capture", scope = "everything",
            mode = "kill", reason = "Open to everyone", incident = 1,
            reviewBy = DateTimeOffset.UtcNow.AddDays(1), conditions = new[] { "Access rules reviewed" },
        });
        await Desk.Post("/api/pauses/mci-program/order", new { });
        await Desk.Post("/api/pauses/mci-program/conditions", new { condition = 1, evidence = "Two teams read the new rules" });
        await _ada.GotoAsync("/pauses/mci-program");
        await _ada.GetByLabel("Why it may resume").FillAsync("The rules were reviewed by two teams");
        await _ada.GetByRole(AriaRole.Button, new() { Name = "Approve resuming" }).ClickAsync();

        await _ada.GetByRole(AriaRole.Button, new() { Name = "Resume Keystroke capture" }).ClickAsync();
        await Expect(_ada.GetByRole(AriaRole.Alert)).ToContainTextAsync("another person has to resume");
        await Expect(_ada.Locator("#live-state")).ToHaveTextAsync("Live");

        await _bo.GotoAsync("/pauses/mci-program");
        await _bo.GetByRole(AriaRole.Button, new() { Name = "Resume Keystroke capture" }).ClickAsync();
        await Expect(_bo.Locator("#pause-history")).ToContainTextAsync("Resumed by Bo Berg");
        await Expect(_ada.Locator("#pause-history")).ToContainTextAsync("Resumed by Bo Berg");
    }
}
