using IncidentDesk.Browser.Tests.Kit;

namespace IncidentDesk.Browser.Tests;

/// <summary>Script switched off: every form still works, and a refusal loses nothing that was typed.</summary>
public sealed class WithoutScriptJourney(Chromium chromium) : BrowserTest(chromium)
{
    IPage _page = null!;

    [Fact]
    public async Task Without_script_an_incident_goes_from_declaring_to_a_corrected_entry()
    {
        await Desk.Catalogue(40);
        _page = await Colleague("Remy Responder", "responder, comms", script: false);

        await _page.GotoAsync("/");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Declare an incident", Exact = true }).ClickAsync();
        await _page.GetByLabel("What is wrong?").FillAsync("Capture tables open");
        await Press("Declare");
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Capture tables open");

        await UpdateRefusedAndKept();
        await LinkPauseDraft();
        await Correct();

        await _page.Locator(".account summary").ClickAsync();
        await Press("Sign out");
        await Expect(_page).ToHaveTitleAsync("Sign in · IncidentDesk");
        await _page.GotoAsync("/incidents/1");
        await Expect(_page).ToHaveTitleAsync("Sign in · IncidentDesk");
    }

    async Task UpdateRefusedAndKept()
    {
        await _page.GetByText("Earlier time, or privileged").ClickAsync();
        await _page.GetByLabel("Happened at").FillAsync("2026-06-12T05:10");
        await _page.GetByLabel("Legally privileged").CheckAsync();
        await Press("Record");

        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was saved");
        await Expect(_page.Locator("#update-text-problem")).ToBeVisibleAsync();
        await Expect(_page.GetByLabel("Happened at")).ToBeVisibleAsync();
        await Expect(_page.GetByLabel("Happened at")).ToHaveValueAsync("2026-06-12T05:10");
        await Expect(_page.GetByLabel("Legally privileged")).ToBeCheckedAsync();

        await _page.GetByLabel("Legally privileged").UncheckAsync();
        await _page.GetByLabel("What happened, what is known, what is being done").FillAsync("Rules fixd");
        await Press("Record");
        await Expect(_page.Locator("#timeline")).ToContainTextAsync("12 Jun 2026, 05:10 CEST");
    }

    async Task LinkPauseDraft()
    {
        await Tab("Assets");
        await _page.Locator("#link-q").FillAsync("hive://warehouse/mci_07.*");
        await Press("Preview");
        await Expect(_page.Locator("#preview")).ToContainTextAsync("3 assets would be linked");
        await Press("Link 3 assets");
        await Expect(_page.Locator("#said")).ToContainTextAsync("Linked, in entry");

        await Tab("Pauses");
        await _page.GetByLabel("What to pause").FillAsync("Keystroke capture");
        await _page.GetByLabel("Scope").FillAsync("everything");
        await _page.GetByLabel("Why").FillAsync("Open to everyone");
        await _page.GetByLabel("Key", new() { Exact = true }).FillAsync("mci-program");
        await Press("Propose the pause");
        await Press("Order the pause");
        await Expect(_page.Locator("#pause-history")).ToContainTextAsync("Ordered by Remy Responder");

        await _page.GotoAsync("/incidents/1");
        await Tab("Statements");
        await Press("Draft");
        await Expect(_page.GetByLabel("Text", new() { Exact = true })).ToContainTextAsync("INC-1");
    }

    async Task Correct()
    {
        await Tab("Timeline");
        await _page.Locator("#timeline li", new() { HasText = "Rules fixd" })
            .GetByRole(AriaRole.Link, new() { Name = "Correct or redact" }).ClickAsync();
        await _page.GetByLabel("Corrected text").FillAsync("Rules fixed");
        await _page.Locator("#correct-reason").FillAsync("Slip of the pen");
        await Press("Record the correction");
        await Expect(_page.Locator("#timeline li", new() { HasText = "Rules fixed" }).First).ToBeVisibleAsync();
    }

    Task Press(string button) => _page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    Task Tab(string name) =>
        _page.GetByRole(AriaRole.Navigation, new() { Name = "INC-1" }).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
}
