using IncidentDesk.Browser.Tests.Kit;

namespace IncidentDesk.Browser.Tests;

/// <summary>An empty desk: the set-up link, a password, an authenticator, and the way in the next morning, by keyboard.</summary>
public sealed class FirstDayJourney(Chromium chromium) : BrowserTest(chromium)
{
    protected override Task<RunningDesk> Arrange() => RunningDesk.Start(opened: false);

    [Fact]
    public async Task The_first_administrator_sets_the_desk_up_and_signs_in_again_with_password_and_code()
    {
        var page = await Company.Anyone();
        var keys = new Keyboard(page);
        await page.GotoAsync(await Desk.SetUpLink());
        await Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ada Adams");
        await keys.Write(page.GetByLabel("E-mail address"), "ada@example.org");
        await keys.Write(page.GetByLabel("Password", new() { Exact = true }), Company.Password);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveTitleAsync("Authenticator · IncidentDesk");
        var key = await page.Locator("code.secret").InnerTextAsync();
        await keys.Write(page.GetByLabel("Code", new() { Exact = true }), Totp.Now(key));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem)).Not.ToHaveCountAsync(0);

        await keys.Press(page.GetByText("Ada Adams"));
        await keys.Press(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await Expect(page).ToHaveTitleAsync("Sign in · IncidentDesk");
        await page.GotoAsync("/status");
        await keys.Write(page.GetByLabel("E-mail address"), "ada@example.org");
        await keys.Write(page.GetByLabel("Password", new() { Exact = true }), Company.Password);
        // The code that was just used is spent; the next one counts already.
        await keys.Write(page.GetByLabel("Code"), Totp.Now(key, stepsAhead: 1));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync($"{Desk.Address}status");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nothing is open");
    }
}
