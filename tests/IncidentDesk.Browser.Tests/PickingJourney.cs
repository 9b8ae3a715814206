using IncidentDesk.Browser.Tests.Kit;

namespace IncidentDesk.Browser.Tests;

/// <summary>Assets are picked while one types, by keyboard and by mouse, and end on the list that is linked.</summary>
public sealed class PickingJourney(Chromium chromium) : BrowserTest(chromium)
{
    IPage _page = null!;

    ILocator Input => _page.GetByRole(AriaRole.Combobox, new() { Name = "Find an asset" });
    ILocator Options => _page.Locator(".picker [role=option]");

    [Fact]
    public async Task Assets_are_picked_while_one_types_and_the_list_is_previewed_and_linked()
    {
        await Desk.Catalogue(300);
        await Desk.Post("/api/incidents", new { title = "Tables open", severity = "SEV2" });
        _page = await Colleague("Remy Responder", "responder");
        await _page.GotoAsync("/incidents/1/assets/link");

        await ByKeyboard();
        await ByMouse();
        await EscapeAndNothing();

        await _page.Locator("#list").GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(_page.Locator("#preview")).ToContainTextAsync("2 assets would be linked");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Link 2 assets" }).ClickAsync();
        await Expect(_page.Locator("#said")).ToContainTextAsync("Linked, in entry");

        var unlinking = _page.GetByRole(AriaRole.Form, new() { Name = "Unlink assets" });
        await unlinking.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("events");
        await Expect(unlinking.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await _page.Keyboard.PressAsync("ArrowDown");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(unlinking.GetByLabel("Or these keys")).ToHaveValueAsync("hive://warehouse/mci_00.events_00108\n");
    }

    [Fact]
    public async Task On_the_search_page_picking_leads_to_the_asset_and_enter_searches()
    {
        await Desk.Catalogue(30);
        _page = await Colleague("Remy Responder", "responder");
        await _page.GotoAsync("/assets");
        var q = _page.GetByRole(AriaRole.Combobox, new() { Name = "Part of a name" });

        await q.PressSequentiallyAsync("events_0000");
        await Expect(Options).Not.ToHaveCountAsync(0);
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/assets\?q=events_0000&"));

        await q.FillAsync("");
        await q.PressSequentiallyAsync("events_00007");
        await Expect(Options).ToHaveCountAsync(1);
        await _page.Keyboard.PressAsync("ArrowDown");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("hive://warehouse/mci_07.events_00007");
    }

    async Task ByKeyboard()
    {
        await Input.PressSequentiallyAsync("events_0010");
        await Expect(Options).ToHaveCountAsync(10);
        await Expect(Input).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(_page.Locator(".picker [role=status]")).ToContainTextAsync("10 found");
        Assert.Empty(await Axe.Violations(_page));

        await _page.Keyboard.PressAsync("ArrowUp");
        await Expect(Options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await _page.Keyboard.PressAsync("ArrowDown");
        await Expect(Input).ToHaveAttributeAsync("aria-activedescendant", (await Options.First.GetAttributeAsync("id"))!);
        await _page.Keyboard.PressAsync("Enter");

        await Expect(_page.Locator("#list-text")).ToHaveValueAsync("hive://warehouse/mci_00.events_00108\n");
        await Expect(_page.Locator(".picker [role=status]")).ToContainTextAsync("1 in the list");
        await Expect(Input).ToBeFocusedAsync();
        await Expect(Input).ToHaveValueAsync("");
    }

    async Task ByMouse()
    {
        await Input.PressSequentiallyAsync("events_00200");
        await Options.First.ClickAsync();
        await Expect(_page.Locator("#list-text"))
            .ToHaveValueAsync("hive://warehouse/mci_00.events_00108\nhive://warehouse/mci_08.events_00200\n");
    }

    async Task EscapeAndNothing()
    {
        await Input.PressSequentiallyAsync("events");
        await Expect(Options).ToHaveCountAsync(10);
        await _page.Keyboard.PressAsync("Escape");
        await Expect(_page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(Input).ToHaveValueAsync("events");
        await _page.Keyboard.PressAsync("Escape");
        await Expect(Input).ToHaveValueAsync("");
        await Input.PressSequentiallyAsync("elephant");
        await Expect(_page.Locator(".picker [role=status]")).ToHaveTextAsync("Nothing found.");
    }
}
