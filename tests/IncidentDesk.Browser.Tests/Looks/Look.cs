namespace IncidentDesk.Browser.Tests.Looks;

/// <summary>A page in one of its states.</summary>
/// <param name="Name">What one sees.</param>
/// <param name="Route">The route template of the page that draws it.</param>
/// <param name="Open">How one gets there.</param>
internal sealed record Look(string Name, string Route, Func<Places, Task<IPage>> Open)
{
    const string Incident = "/incidents/{Number:int}";

    public static readonly IReadOnlyList<Look> All =
    [
        new("board", "/", p => p.Full("/")),
        new("board, as known before", "/", p => p.Full($"/?asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")),
        new("board of a quiet desk", "/", p => p.Quiet("/")),
        new("account menu", "/", async p => await Press(await p.Full("/"), ".account summary")),
        new("declaring", "/incidents/declare", p => p.Full("/incidents/declare")),
        new("importing an incident", "/incidents/import", p => p.Full("/incidents/import")),
        new("declaring, refused", "/incidents/declare", async p => await Refused(await p.Full("/incidents/declare"), "#declare")),
        new("incident", Incident, p => p.Full("/incidents/1")),
        new("incident, searched in vain", Incident, p => p.Full("/incidents/1?q=nowhere")),
        new("incident, merged", Incident, p => p.Full("/incidents/4")),
        new("incident, private", Incident, p => p.Full("/incidents/3")),
        new("incident, as known before", Incident,
            p => p.Full($"/incidents/1?asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")),
        new("log, refused", Incident, async p => await Refused(await p.Full("/incidents/1"), "#update")),
        new("tasks", Incident + "/tasks", p => p.Full("/incidents/1/tasks")),
        new("assets of an incident", Incident + "/assets", p => p.Full("/incidents/1/assets")),
        new("assets of an incident without any", Incident + "/assets", p => p.Full("/incidents/2/assets")),
        new("linking", Incident + "/assets/link", p => p.Full("/incidents/1/assets/link")),
        new("linking, previewed", Incident + "/assets/link", p => p.Full("/incidents/1/assets/link?q=mci&peopleData=yes")),
        new("linking, nothing found", Incident + "/assets/link", p => p.Full("/incidents/2/assets/link?q=*nowhere*&find=nowhere")),
        new("linking, a list previewed", Incident + "/assets/link",
            async p => await Listed(await p.Full("/incidents/2/assets/link?find=events"))),
        new("linking, a list refused", Incident + "/assets/link",
            async p => await Press(await p.Full("/incidents/1/assets/link"), "#list button")),
        new("picking an asset", Incident + "/assets/link",
            async p => await Typed(await p.Full("/incidents/1/assets/link"), "#find", "events_0")),
        new("saved searches", "/assets/searches", p => p.Full("/assets/searches")),
        new("saved searches, none", "/assets/searches", p => p.Quiet("/assets/searches")),
        new("evidence", Incident + "/assets/evidence", p => p.Full("/incidents/1/assets/evidence")),
        new("evidence, contradicted", Incident + "/assets/evidence",
            p => p.Full("/incidents/1/assets/evidence?contradicted=yes&group=label")),
        new("evidence, as known before", Incident + "/assets/evidence",
            p => p.Full($"/incidents/1/assets/evidence?asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")),
        new("evidence without assets", Incident + "/assets/evidence", p => p.Full("/incidents/2/assets/evidence")),
        new("evidence, refused", Incident + "/assets/evidence", async p => await Refused(
            await Press(await p.Full("/incidents/1/assets/evidence"), "details:has(#coverage) > summary"), "#coverage")),
        new("asset", "/assets/{*Key}", p => p.Full("/assets/" + Uri.EscapeDataString("hive://warehouse/mci_00.events_00000"))),
        new("asset, as known before", "/assets/{*Key}",
            p => p.Full($"/assets/{Uri.EscapeDataString("hive://warehouse/mci_00.events_00000")}"
                + $"?asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")),
        new("blast radius", Incident + "/blast-radius", p => p.Full("/incidents/1/blast-radius")),
        new("blast radius, upstream and narrowed in vain", Incident + "/blast-radius",
            p => p.Full("/incidents/1/blast-radius?direction=upstream&owner=nobody&group=label")),
        new("blast radius, as known before", Incident + "/blast-radius",
            p => p.Full($"/incidents/1/blast-radius?depth=1&asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")),
        new("blast radius without links", Incident + "/blast-radius", p => p.Full("/incidents/2/blast-radius")),
        new("pauses of an incident", Incident + "/pauses", p => p.Full("/incidents/1/pauses")),
        new("pause proposed, refused", Incident + "/pauses", async p => await Refused(await p.Full("/incidents/1/pauses"), "#propose")),
        new("reviews of an incident", Incident + "/reviews", p => p.Full("/incidents/1/reviews")),
        new("statements", Incident + "/statements", p => p.Full("/incidents/1/statements")),
        new("statement, published", Incident + "/statements/{Id}", p => p.Full("/incidents/1/statements/S1")),
        new("statement, draft", Incident + "/statements/{Id}", p => p.Full("/incidents/1/statements/S2")),
        new("people of an incident", Incident + "/people", p => p.Full("/incidents/1/people")),
        new("managing", Incident + "/manage", p => p.Full("/incidents/1/manage")),
        new("report, summary", Incident + "/reports", p => p.Full("/incidents/1/reports")),
        new("report, timeline", Incident + "/reports", p => p.Full("/incidents/1/reports?kind=timeline")),
        new("entry", Incident + "/entries/{At:int}", p => p.Full("/incidents/1/entries/3")),
        new("assets", "/assets", p => p.Full("/assets")),
        new("assets, empty catalogue", "/assets", p => p.Quiet("/assets")),
        new("imports", "/assets/imports", p => p.Full("/assets/imports")),
        new("imports, none yet", "/assets/imports", p => p.Quiet("/assets/imports")),
        new("import", "/assets/imports/{Number:int}", p => p.Full("/assets/imports/1")),
        new("pauses", "/pauses", p => p.Full("/pauses")),
        new("pauses, narrowed and sorted", "/pauses", p => p.Full("/pauses?mode=kill&sort=age")),
        new("pause in force", "/pauses/{Key}", p => p.Full("/pauses/mci-program")),
        new("pause, not proposed yet", "/pauses/{Key}", p => p.Full("/pauses/mci-program?asKnownAt=2001-01-01T00:00:00Z")),
        new("how machines ask", "/pauses/{Key}/asking", p => p.Full("/pauses/mci-program/asking")),
        new("pause proposed", "/pauses/{Key}", p => p.Full("/pauses/screens")),
        new("reviews", "/reviews", p => p.Full("/reviews")),
        new("reviews, none yet", "/reviews", p => p.Quiet("/reviews")),
        new("reviews, as known before", "/reviews",
            p => p.Full($"/reviews?asKnownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}")),
        new("reviews of a program", "/reviews/{Key}", p => p.Full("/reviews/staff-capture")),
        new("reviews of a program, refused", "/reviews/{Key}",
            async p => await Refused(await Press(await p.Full("/reviews/staff-capture"), "#record > details > summary"), "#record")),
        new("status", "/status", p => p.Full("/status")),
        new("status of a quiet desk", "/status", p => p.Quiet("/status")),
        new("people", "/people", p => p.Full("/people")),
        new("emergency access", "/emergency-access", p => p.Full("/emergency-access")),
        new("security events", "/security-events", p => p.Full("/security-events")),
        new("person", "/people/{Id:guid}", p => p.Full("/people/{person}")),
        new("account", "/account", p => p.Full("/account")),
        new("authenticator", "/account/authenticator", p => p.Full("/account/authenticator")),
        new("authenticator, the first", "/account/authenticator", p => p.Unfinished()),
        new("signing in", "/sign-in", p => p.New("/sign-in")),
        new("signing in, refused", "/sign-in", async p => await Refused(await p.New("/sign-in"), "#sign-in")),
        new("set-up", "/set-up/{Secret}", p => p.New("/set-up")),
        new("link that is spent", "/set-up/{Secret}", p => p.New("/set-up/spent")),
        new("invitation", "/invitation/{Secret}", p => p.Invited()),
        new("not found", "/not-found", p => p.Full("/nowhere")),
        new("error", "/error", p => p.Full("/error")),
    ];

    static async Task<IPage> Press(IPage page, string what)
    {
        await page.Locator(what).ClickAsync();
        return page;
    }

    static async Task<IPage> Listed(IPage page)
    {
        await page.Locator("[name=picked]").First.CheckAsync();
        await page.Locator("#list-text").FillAsync("hive://warehouse/nowhere.events_with_a_name_that_does_not_end_and_goes_on_and_on");
        return await Press(page, "#list button");
    }

    static async Task<IPage> Typed(IPage page, string field, string text)
    {
        await page.Locator(field).PressSequentiallyAsync(text);
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        return page;
    }

    /// <summary>Sends the form as it is.</summary>
    static async Task<IPage> Refused(IPage page, string form)
    {
        await page.Locator($"{form} button[type=submit]").ClickAsync();
        await Expect(page.Locator($"{form} [role=alert]")).ToBeVisibleAsync();
        return page;
    }
}
