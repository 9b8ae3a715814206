using System.Collections.Concurrent;

namespace IncidentDesk.Browser.Tests.Kit;

/// <summary>The people of one desk, each at a browser of their own, and what their pages complain about.</summary>
public sealed class Company(IBrowser browser, RunningDesk desk) : IAsyncDisposable
{
    public const string Password = "seven quiet lamps burn";
    readonly ConcurrentQueue<string> _complaints = new();
    readonly List<IBrowserContext> _contexts = [];

    public RunningDesk Desk { get; } = desk;

    /// <summary>A browser nobody has signed in with.</summary>
    public async Task<IPage> Anyone(bool script = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Desk.Address.ToString(), JavaScriptEnabled = script, Locale = "en-GB", TimezoneId = "Europe/Berlin",
            ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        _contexts.Add(context);
        context.WebError += (_, e) => _complaints.Enqueue(e.Error);
        context.Console += (_, m) => { if (m.Type == "error" && !IsAnswerOfPage(m)) _complaints.Enqueue($"{m.Text} ({m.Location})"); };
        return await context.NewPageAsync();
    }

    /// <summary>Somebody with these roles who has set a password and an authenticator and is signed in.</summary>
    public async Task<IPage> Colleague(string name, string roles = "responder", bool script = true)
    {
        var invitation = await Desk.Post("/api/people", new { name, email = $"{name.Replace(' ', '.')}@example.org", roles });
        var page = await Anyone(script);
        await page.GotoAsync($"/invitation/{invitation["secret"]}");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/Berlin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(Totp.Now(await page.Locator("code.secret").InnerTextAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(page.GetByText("Your authenticator is set up")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Chromium notes it when a page itself is answered with 400 or 404, which is what the page is about.</summary>
    static bool IsAnswerOfPage(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal)
        && message.Page is { } page && message.Location.StartsWith(page.Url.Split('#')[0], StringComparison.Ordinal);

    /// <summary>For a journey in which the connection is cut: what the browser itself notes about that.</summary>
    public void Forgive(string words)
    {
        var others = _complaints.Where(c => !c.Contains(words, StringComparison.Ordinal)).ToArray();
        _complaints.Clear();
        foreach (var complaint in others) _complaints.Enqueue(complaint);
    }

    /// <summary>No page threw, refused a script or style, or missed a file since this was asked last.</summary>
    public void NobodyComplains()
    {
        var complaints = _complaints.ToArray();
        _complaints.Clear();
        Assert.True(complaints.Length == 0, "Pages complained:\n" + string.Join('\n', complaints));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.CloseAsync();
        await Desk.DisposeAsync();
    }
}
