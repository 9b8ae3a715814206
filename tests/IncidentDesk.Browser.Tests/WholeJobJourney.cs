using IncidentDesk.Browser.Tests.Kit;
using UglyToad.PdfPig;

namespace IncidentDesk.Browser.Tests;

/// <summary>Declare, link, pause, publish, print: with Tab, Enter, arrows and typing, and with nothing else.</summary>
public sealed class WholeJobJourney(Chromium chromium) : BrowserTest(chromium)
{
    IPage _page = null!;
    Keyboard _keys = null!;

    [Fact]
    public async Task An_incident_is_declared_linked_paused_published_and_printed_with_the_keyboard_alone()
    {
        await Desk.Catalogue(300);
        _page = await Colleague("Remy Responder", "responder, comms");
        _keys = new(_page);
        await _page.GotoAsync("/");

        await Declare();
        await LinkByPattern();
        await Pause();
        await Publish();
        await Print();
    }

    async Task Declare()
    {
        await _keys.Press(Link("Skip to content"));
        await Expect(_page.Locator("#main")).ToBeFocusedAsync();
        await _keys.Reach(Link("Declare an incident"), "Shift+Tab");
        await _page.Keyboard.PressAsync("Enter");

        await Expect(_page.GetByLabel("What is wrong?")).ToBeFocusedAsync();
        await _page.Keyboard.TypeAsync("Capture tables open to the whole company");
        await _keys.Press(_page.GetByRole(AriaRole.Radio, new() { Name = "SEV2" }), "ArrowUp");
        await Expect(_page.GetByRole(AriaRole.Radio, new() { Name = "SEV1" })).ToBeCheckedAsync();
        await _page.Keyboard.PressAsync("ArrowDown");
        await _keys.Press(Button("Declare"));
        await Expect(_page).ToHaveURLAsync($"{Desk.Address}incidents/1");
        await Expect(Heading("Capture tables open to the whole company")).ToBeVisibleAsync();
    }

    async Task LinkByPattern()
    {
        await Tab("Assets");
        await _keys.Write(Form("Link assets").GetByLabel("Part of a name"), "hive://warehouse/mci_07.*");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.Locator("#preview")).ToContainTextAsync("25 assets would be linked");
        await _keys.Press(Button("Link 25 assets"));
        await Expect(_page.Locator("#said")).ToContainTextAsync("Linked, in entry");
    }

    async Task Pause()
    {
        await Tab("Pauses");
        var form = Form("Propose a pause");
        await _keys.Write(form.GetByLabel("What to pause"), "Keystroke capture");
        await _keys.Write(form.GetByLabel("Scope"), "everything");
        await _keys.Choose(form.GetByLabel("How it stops"), "kill");
        await _keys.Write(form.GetByLabel("Why"), "Every employee can read what was captured");
        await _keys.Write(form.GetByLabel("Key"), "mci-program");
        await _keys.Press(form.GetByRole(AriaRole.Button, new() { Name = "Propose the pause" }), "Space");
        await _keys.Press(Button("Order the pause"));
        await Expect(_page.Locator("#pause-history")).ToContainTextAsync("Ordered by Remy Responder");
        await _keys.Press(Link("INC-1"));
    }

    async Task Publish()
    {
        await Tab("Statements");
        await _keys.Choose(Form("Draft a statement").GetByLabel("Audience"), "staff");
        await _keys.Press(Button("Draft"));

        await _keys.Write(Form("Record a publication").GetByLabel("Channel"), "All-hands mail");
        await _keys.Press(Button("Record as published"));
        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was saved. Version 1 of S1 has");

        await _keys.Press(Form("Write a new version").GetByLabel("Text"), "Control+A");
        await _page.Keyboard.TypeAsync("Capture has stopped. Whether anybody opened the tables is not known yet.");
        await _keys.Press(Button("Save as version 2"));
        await _keys.Write(Form("Record a publication").GetByLabel("Channel"), "All-hands mail");
        await _keys.Press(Button("Record as published"));
        await Expect(_page.GetByText("Published: All-hands mail")).ToBeVisibleAsync();
    }

    async Task Print()
    {
        await Tab("Reports");
        await _keys.Reach(Link("PDF"));
        var download = await _page.RunAndWaitForDownloadAsync(() => _page.Keyboard.PressAsync("Enter"));
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.True(bytes.AsSpan().StartsWith("%PDF"u8));
        using var pdf = PdfDocument.Open(bytes);
        Assert.Contains(pdf.GetPages(), p => p.Text.Contains("Keystroke capture", StringComparison.Ordinal));
    }

    Task Tab(string name) => _keys.Press(_page.GetByRole(AriaRole.Navigation, new() { Name = "INC-1" })
        .GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));
    ILocator Link(string name) => _page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
    ILocator Button(string name) => _page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    ILocator Heading(string name) => _page.GetByRole(AriaRole.Heading, new() { Name = name });
    ILocator Form(string name) => _page.GetByRole(AriaRole.Form, new() { Name = name });
}
