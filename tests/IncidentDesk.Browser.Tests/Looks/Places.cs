using IncidentDesk.Browser.Tests.Kit;

namespace IncidentDesk.Browser.Tests.Looks;

/// <summary>Three desks to look at: one with much on it, one on which nothing happened, one that nobody has set up.</summary>
public sealed class Places(Chromium chromium) : IAsyncLifetime
{
    Company _full = null!, _quiet = null!, _new = null!;
    IPage _ada = null!, _quietAda = null!, _nobody = null!;
    string _person = "", _invitation = "";

    public async ValueTask InitializeAsync()
    {
        _full = new(chromium.Browser, await RunningDesk.Start());
        _quiet = new(chromium.Browser, await RunningDesk.Start());
        _new = new(chromium.Browser, await RunningDesk.Start(opened: false));
        _ada = await _full.Colleague("Ada Adams", "administrator");
        _quietAda = await _quiet.Colleague("Ada Adams", "administrator");
        _nobody = await _new.Anyone();
        await Populate(_full.Desk);
        await Happen(_full.Desk);
        await Answer(_full.Desk);
    }

    /// <summary>The page of an administrator on the desk with much on it.</summary>
    public Task<IPage> Full(string path) => At(_ada, path.Replace("{person}", _person, StringComparison.Ordinal));

    public Task<IPage> Quiet(string path) => At(_quietAda, path);

    /// <summary>A page for somebody who is not signed in; the desk waits to be set up.</summary>
    public async Task<IPage> New(string path) => await At(_nobody, path == "/set-up" ? await _new.Desk.SetUpLink() : path);

    /// <summary>Somebody's invitation on the desk with much on it.</summary>
    public async Task<IPage> Invited() => await At(await _full.Anyone(), $"/invitation/{_invitation}");

    /// <summary>Somebody who has set a password and no authenticator yet.</summary>
    public async Task<IPage> Unfinished()
    {
        var invited = await _full.Desk.Post("/api/people", new { name = "Una Unfinished", email = "una@example.org", roles = "viewer" });
        var page = await At(await _full.Anyone(), $"/invitation/{invited["secret"]}");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Company.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(page.GetByLabel("Code", new() { Exact = true })).ToBeVisibleAsync();
        return page;
    }

    public void NobodyComplains()
    {
        foreach (var company in new[] { _full, _quiet, _new }) company.NobodyComplains();
    }

    static async Task<IPage> At(IPage page, string path)
    {
        await page.GotoAsync(path);
        return page;
    }

    async Task Populate(RunningDesk desk)
    {
        await desk.Catalogue(300);
        await desk.Post("/api/assets/searches", new
        {
            name = "Everything of the capture programme that its team owns",
            q = "hive://warehouse/mci_*", owner = "workforce-tooling", peopleData = "yes"
        });
        var invited = await desk.Post("/api/people",
            new { name = "Ines with a link", email = "ines.with.a.very.long.address@department.example.org",
                roles = "viewer, responder, comms" });
        (_person, _invitation) = ((string)invited["person"]!, (string)invited["secret"]!);
        await desk.Post("/api/tokens", new { name = "Nightly import", roles = "viewer", person = _person });
        var gone = await desk.Post("/api/people", new { name = "Gus Gone", email = "gus@example.org", roles = "responder" });
        await desk.Post($"/api/people/{gone["person"]}/deactivate", new { });
    }

    async Task Happen(RunningDesk desk)
    {
        await desk.Post("/api/incidents", new
        {
            title = "Capture tables readable inside the whole company", severity = "SEV2", playbook = "internal-data-exposure",
            summary = "About **45,000** Hive tables.\n\n- keystrokes\n- screens\n\n| What | Since |\n|---|---|\n"
                + "| `hive://warehouse/mci_07.events_00042_with_a_name_that_does_not_end` | May |\n"
                + "\n```\ngrant select on all tables to everyone\n```\n",
            startedAt = "2026-05-20T08:00:00Z", detectedAt = "2026-05-19T08:00:00Z",
        });
        await desk.Post("/api/incidents", new { title = "Practice: a laptop is lost", severity = "SEV4", kind = "drill" });
        await desk.Post("/api/incidents", new { title = "Somebody read the diary", severity = "SEV0", visibility = "private" });
        await desk.Post("/api/incidents", new { title = "Tables open", severity = "SEV1" });
        await desk.Post("/api/incidents/4/merge", new { into = 1 });
        await desk.Post("/api/incidents/1/roles", new { role = "commander", person = _person });
        await desk.Post("/api/incidents/1/updates", new
        {
            text = "Rules **fixed** in `prod`; see <https://example.org/a/very/long/address/that/does/not/break/anywhere/by/itself/at/all>"
        });
        await desk.Post("/api/incidents/1/updates", new { text = "Advice of counsel", privileged = true });
        await desk.Post("/api/incidents/1/updates", new { text = "Asked by Jane Roe", happenedAt = "2026-06-12T03:10:00Z" });
        var last = (int)(await desk.Post("/api/incidents/1/updates", new { text = "Petition signed by 1,600" }))["position"]!;
        await desk.Post("/api/incidents/1/corrections",
            new { position = last, text = "Petition signed by 1,601", reason = "Counted again" });
        await desk.Post("/api/incidents/1/redactions",
            new { position = last - 1, passage = "Jane Roe", reason = "A name that has no place here" });
        await desk.Post("/api/incidents/1/closing", new { item = "containment", state = "waived", reason = "Nothing is left to contain" });
    }

    static async Task Answer(RunningDesk desk)
    {
        await desk.Post("/api/incidents/1/assets",
            new { pattern = "hive://warehouse/mci_0*", disclosure = "likely-no-evidence", exposedFrom = "2026-05-20T08:00:00Z" });
        await desk.Post("/api/incidents/1/evidence/readers", new
        {
            all = true, group = "all-employees", people = 8_400, peopleAre = "estimate",
            from = "2026-05-20T08:00:00Z", source = "Grants read back from the metastore"
        });
        await desk.Post("/api/incidents/1/evidence/coverage",
            new { pattern = "*mci_00*", log = "HDFS audit log", state = "complete", from = "2026-05-20T08:00:00Z", retention = "90 days" });
        await desk.Post("/api/incidents/1/evidence/coverage",
            new { pattern = "*mci_01*", log = "HDFS audit log of the second cluster with a long name", state = "none" });
        await desk.Post("/api/incidents/1/evidence/accesses", new
        {
            all = true, source = "HDFS audit log", accesses = 0, accessesAre = "actual", from = "2026-05-20T08:00:00Z",
            evidence = "https://example.org/a/very/long/address/that/does/not/break/anywhere"
        });
        await desk.Post("/api/incidents/1/assets/exposure", new { pattern = "*mci_01*", disclosure = "not-evidence-at-hand" });
        await desk.Post("/api/incidents/1/assets/containment",
            new { pattern = "*mci_00*", state = "contained", evidence = "Grants removed" });
        foreach (var (key, target) in new[]
        {
            ("mci-program", "Keystroke capture"), ("screens", "Screen capture"), ("prompts", "Prompt capture")
        })
            await desk.Post("/api/pauses", new
            {
                key, target, scope = "everything", mode = "kill", reason = "Open to everyone", incident = 1,
                reviewBy = DateTimeOffset.UtcNow.AddDays(1), conditions = new[] { "Access rules reviewed", "Reviews shown to staff" },
            });
        await desk.Post("/api/pauses/mci-program/order", new { authority = "the board" });
        await desk.Post("/api/pauses/prompts/withdrawal", new { reason = "Covered by the program" });
        await Reviews(desk);
        await desk.Post("/api/incidents/1/statements", new { audience = "press" });
        await desk.Post("/api/incidents/1/statements/S1/publications", new
        {
            version = 1, channel = "Press desk", publishedAt = DateTimeOffset.UtcNow.AddMinutes(-5),
            text = "There is no indication at this time."
        });
        await desk.Post("/api/incidents/1/statements", new { audience = "staff" });
    }

    static async Task Reviews(RunningDesk desk)
    {
        const string Program = "/api/reviews/staff-capture";
        await desk.Post("/api/reviews", new
        {
            key = "staff-capture", name = "Staff capture program", peopleData = "yes",
            labels = new[] { "staff", "keystrokes", "ai-training" }, assets = new[] { "hive://warehouse/mci_*" }
        });
        await desk.Post("/api/reviews", new { key = "screens", name = "Screens, of which nobody has said whether they show people" });
        await desk.Post($"{Program}/records", new
        {
            kind = "people-data", document = "Privacy review of March with a name that does not end before the margin.pdf",
            sha256 = new string('a', 64), signer = "Not signed", signedOn = "2026-03-09",
            outcome = "approved-with-conditions", conditions = new[] { "Everybody can opt out", "Only the training team reads it" },
        });
        await desk.Post($"{Program}/conditions", new { review = 1, condition = 2, evidence = "Grants read back" });
        await desk.Post($"{Program}/searches", new { kind = "dpia", searched = "the review system and the legal share", incident = 1 });
        await desk.Post($"{Program}/safeguards", new
        {
            kind = "opt-out", claim = "Everybody can opt out", claimedIn = "Notice of April",
            covered = new[] { "executives" }, notCovered = new[] { "staff" }
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var company in new[] { _full, _quiet, _new }) if (company is not null) await company.DisposeAsync();
    }
}
