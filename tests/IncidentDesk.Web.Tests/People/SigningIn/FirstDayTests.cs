using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Opening;
using Microsoft.Extensions.Time.Testing;

namespace IncidentDesk.Web.Tests.People.SigningIn;

/// <summary>From the link on the console to a session, through the pages and without script.</summary>
public sealed class FirstDayTests : HostTest
{
    const string Password = "four words make rain";
    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 3, 10, 0, TimeSpan.Zero));
    string _key = "";

    protected override void Arrange(WebApplicationBuilder builder)
    {
        builder.Configuration["Setup:ApiToken"] = null;
        builder.Services.AddSingleton<TimeProvider>(_clock);
    }

    [Fact]
    public async Task The_first_administrator_sets_the_desk_up_and_comes_back()
    {
        using var browser = new Browser(Address);
        var codes = await SetUp(browser);

        Assert.Equal(10, codes.Length);
        await browser.Open("/account");
        Assert.Contains("Set up; 10 recovery codes are left.", browser.Text, StringComparison.Ordinal);
        await browser.Send("/sign-out");
        Assert.Equal("/sign-in", browser.At);
        Assert.Equal("/sign-in?returnUrl=%2Fpeople", (await browser.Open("/people")).At);

        _clock.Advance(TimeSpan.FromSeconds(30));
        await SignIn(browser, Code());
        Assert.Equal("/people", browser.At);
        Assert.Contains("ada@example.org", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_in_on_one_node_is_signed_in_on_another_and_after_a_restart()
    {
        using var browser = new Browser(Address);
        await SetUp(browser);
        await using var other = await Another();

        await browser.Open(new Uri(new Uri(other.Urls.First()), "/people").ToString());

        Assert.Equal((200, "/people"), (browser.Status, browser.At));
        Assert.Contains("ada@example.org", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_an_authenticator_is_set_up_nothing_else_is_open()
    {
        using var browser = new Browser(Address);
        await Accept(browser);
        Assert.Equal("/account/authenticator", browser.At);

        Assert.StartsWith("/account/authenticator", (await browser.Open("/people")).At, StringComparison.Ordinal);
        Assert.StartsWith("/account/authenticator", (await browser.Open("/incidents/declare")).At, StringComparison.Ordinal);
        Assert.Equal(401, (await browser.Open("/api/people")).Status);
        Assert.Equal(401, (await browser.Open("/api/pauses/mci/standing")).Status);
        await browser.Open("/account/authenticator");
        await browser.Send("confirm", ("code", "000000"));
        Assert.Equal(400, browser.Status);
        Assert.Contains("This code is not correct", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_the_same()
    {
        using var browser = new Browser(Address);
        await SetUp(browser);
        await browser.Open("/sign-in");
        await browser.Send("sign-in", ("email", "ada@example.org"), ("password", "wrong"), ("code", Code()));
        var wrong = (browser.Status, browser.Page.QuerySelector("[role=alert]")!.TextContent);
        await browser.Open("/sign-in");
        await browser.Send("sign-in", ("email", "nobody@example.org"), ("password", "wrong"), ("code", Code()));

        Assert.Equal(wrong, (browser.Status, browser.Page.QuerySelector("[role=alert]")!.TextContent));
        Assert.DoesNotContain("wrong", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_are_counted_and_the_eleventh_within_a_minute_has_to_wait()
    {
        using var browser = new Browser(Address);
        for (var n = 0; n < 10; n++)
            await (await browser.Open("/sign-in")).Send("sign-in", ("email", "nobody@example.org"), ("password", "x"));
        Assert.Equal(409, browser.Status);

        await (await browser.Open("/sign-in")).Send("sign-in", ("email", "nobody@example.org"), ("password", "x"));

        Assert.Equal(429, browser.Status);
        Assert.Contains("Wait a minute", browser.Text, StringComparison.Ordinal);
        await (await browser.Open("/sign-in")).Send("sign-in", ("email", "somebody@example.org"), ("password", "x"));
        Assert.Equal(409, browser.Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task The_sign_in_page_leads_nowhere_but_to_this_desk(string returnUrl)
    {
        using var browser = new Browser(Address);
        await SetUp(browser);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await browser.Open($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        await SignIn(browser, Code());

        Assert.Equal("/", browser.At);
    }

    [Fact]
    public async Task A_session_ends_at_once_when_its_person_is_given_a_new_link_and_the_cookie_is_no_use()
    {
        using Browser browser = new(Address), nia = new(Address);
        await SetUp(browser);
        await (await browser.Open("/people")).Send("invite", ("name", "Nia New"), ("email", "nia@example.org"), ("roles", "responder"));
        await nia.Join(browser.Page.QuerySelector("code.secret")!.TextContent.Trim(), _clock.GetUtcNow());
        Assert.Equal("/people", (await nia.Open("/people")).At);

        await browser.Open("/people");
        var her = browser.Page.QuerySelectorAll("th a").Single(a => a.TextContent == "Nia New").GetAttribute("href")!;
        await (await browser.Open(her)).Send("renew");
        Assert.Contains("/invitation/", browser.Text, StringComparison.Ordinal);

        Assert.StartsWith("/sign-in", (await nia.Open("/people")).At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_speaks_for_its_person_on_this_desk_only()
    {
        using var browser = new Browser(Address);
        await SetUp(browser);

        Assert.Equal(401, await browser.PostFrom("cross-site", "/api/incidents"));
        Assert.Equal(401, await browser.PostFrom("same-site", "/api/incidents"));
        Assert.Equal(400, await browser.PostFrom("same-origin", "/api/incidents"));
        string[] others = ["https://evil.example", "null", $"http://localhost.evil.example:{Address.Port}", $"https://{Address.Authority}"];
        foreach (var origin in others)
            Assert.Equal(401, await browser.PostFromOrigin(origin, "/api/incidents"));
        Assert.Equal(400, await browser.PostFromOrigin($"http://{Address.Authority}", "/api/incidents"));
    }

    [Fact]
    public async Task A_link_opens_once()
    {
        using var browser = new Browser(Address);
        var link = await Accept(browser);

        await browser.Open(link);

        Assert.Equal((410, "This link no longer works"), (browser.Status, browser.Heading));
        Assert.IsType<DeskIsOpen>((await Desk.Do(new OpenDesk(), Actor.Nobody)).Refusal);
    }

    async Task<string> Accept(Browser browser)
    {
        var link = $"/set-up/{(await Desk.Do(new OpenDesk(), Actor.Nobody)).Value!.Secret}";
        await browser.Open(link);
        Assert.Equal("Set up this desk", browser.Heading);
        await browser.Send("accept", ("name", "Ada"), ("email", "ada@example.org"), ("password", Password), ("zone", "Europe/Berlin"));
        return link;
    }

    async Task<string[]> SetUp(Browser browser)
    {
        await Accept(browser);
        _key = browser.Page.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await browser.Send("confirm", ("code", Code()));
        Assert.Equal("Keep these recovery codes", browser.Heading);
        return [.. browser.Page.QuerySelectorAll("ol.secret code").Select(c => c.TextContent)];
    }

    string Code() => Totp.CodeAt(_key, _clock.GetUtcNow());

    static Task<Browser> SignIn(Browser browser, string code) =>
        browser.Send("sign-in", ("email", "Ada@example.org"), ("password", Password), ("code", code));
}
