using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Pauses;

public sealed class PauseApiTests : ColleaguesTest
{
    static object Proposal(string key, int? incident = null) => new
    {
        key, incident, target = "Keystroke capture", scope = "everything", mode = "kill", reason = "Open to everyone",
        reviewBy = DateTimeOffset.UtcNow.AddDays(1), conditions = new[] { "Access rules reviewed" },
    };

    [Fact]
    public async Task One_person_pauses_and_two_resume()
    {
        using var second = await Colleague("Sam Second", "responder");
        var proposed = await Post(Api, "/api/pauses", Proposal("mci:program-1.0"));
        Assert.Equal((201, "/api/pauses/mci:program-1.0"), (proposed.Status, proposed.Headers.Location!.ToString()));

        Assert.Equal(200, (await Post(Api, "/api/pauses/mci:program-1.0/order", null)).Status);
        Assert.Equal("ordered", (string)(await Get(Api, "/api/pauses?state=ordered")).Body!["items"]![0]!["state"]!);
        var hasty = await Post(Api, "/api/pauses/mci:program-1.0/resume-approvals", new { reason = "Fixed" });
        Assert.Equal((409, "conditions-open"), (hasty.Status, (string)hasty.Body!["code"]!));
        Assert.Equal(200,
            (await Post(Api, "/api/pauses/mci:program-1.0/verifications", new { text = "Nothing runs", lookedAt = "Scheduler" })).Status);
        Assert.Equal(200,
            (await Post(Api, "/api/pauses/mci:program-1.0/conditions", new { condition = 1, state = "met", evidence = "Minutes" })).Status);
        Assert.Equal(200, (await Post(Api, "/api/pauses/mci:program-1.0/resume-approvals", new { reason = "Fixed" })).Status);
        var alone = await Post(Api, "/api/pauses/mci:program-1.0/resume", null);
        Assert.Equal((409, "second-person-needed"), (alone.Status, (string)alone.Body!["code"]!));
        Assert.Equal(200, (await Post(second, "/api/pauses/mci:program-1.0/resume", null)).Status);

        var pause = (await Get(Api, "/api/pauses/mci:program-1.0")).Body!;
        Assert.Equal(("resumed", "kill", 6), ((string)pause["state"]!, (string)pause["mode"]!, pause["history"]!.AsArray().Count));
    }

    [Fact]
    public async Task What_is_paused_is_seen_running_widened_and_resumed_in_part()
    {
        using var second = await Colleague("Sam Second", "responder");
        await Post(Api, "/api/pauses", new
        {
            key = "a", target = "Capture", scope = "everything", mode = "kill",
            reason = "Open", reviewBy = DateTimeOffset.UtcNow.AddDays(1),
            targets = new object[]
            {
                new { kind = "program", name = "capture" }, new { kind = "asset", pattern = "hive://w/*" }, "pipeline:nightly-*"
            },
        });
        await Post(Api, "/api/pauses/a/order", new { decider = "Head of data" });

        var seen = await Post(second, "/api/pauses/a/sightings", new { where = "eu-1", details = "12 executors" });
        Assert.Equal((200, true), (seen.Status, (bool)seen.Body!["alarm"]!));
        Assert.Equal((200, 4),
            ((await Post(second, "/api/pauses/a/sightings", new { where = "eu-1" })).Status, (int)seen.Body["position"]!));
        Assert.Single((await Get(Api, "/api/pauses/a/sightings")).Body!["items"]!.AsArray());
        Assert.Equal(400, (await Post(Api, "/api/pauses/a/widening", new { targets = new[] { "planet:mars" }, reason = "x" })).Status);
        Assert.Equal(200,
            (await Post(Api, "/api/pauses/a/widening", new { targets = new[] { "feature:screens" }, reason = "Same data" })).Status);
        Assert.Equal(409, (await Post(Api, "/api/pauses/a/narrowing", new { targets = new[] { "feature:screens" }, reason = "x" })).Status);
        Assert.Equal(200, (await Post(Api, "/api/pauses/a/resume-approvals",
            new { reason = "Harmless", parts = new[] { "pipeline:nightly-*" } })).Status);
        Assert.Equal(200, (await Post(second, "/api/pauses/a/resume", null)).Status);

        var pause = (await Get(Api, "/api/pauses/a")).Body!;
        Assert.Equal(("ordered", true, "nightly-*"),
            ((string)pause["state"]!, (bool)pause["seenRunning"]!, (string)pause["resumedParts"]![0]!["name"]!));
        Assert.Equal(3, pause["targets"]!.AsArray().Count);
        Assert.Equal(404, (await Get(Api, "/api/pauses/never/sightings")).Status);
        Assert.Contains("Paused but seen running",
            (await Api.Page("/pauses/a")).QuerySelector("#pause")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recheck_can_be_moved_and_a_proposal_withdrawn()
    {
        await Post(Api, "/api/pauses", Proposal("a"));

        Assert.Equal(200,
            (await Post(Api, "/api/pauses/a/extensions", new { reviewBy = DateTimeOffset.UtcNow.AddDays(3), reason = "Later" })).Status);
        Assert.Equal(200, (await Post(Api, "/api/pauses/a/withdrawal", new { reason = "The wrong one" })).Status);
        Assert.Equal(409, (await Post(Api, "/api/pauses/a/order", null)).Status);
    }

    [Fact]
    public async Task A_private_incident_keeps_its_pauses_from_a_stranger_in_every_list()
    {
        using var stranger = await Colleague("Stig Stranger", "responder");
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        await Post(Api, "/api/pauses", Proposal("hidden", 1));

        Assert.Single((await Get(Api, "/api/incidents/1/pauses")).Body!["items"]!.AsArray());
        Assert.Empty((await Get(stranger, "/api/pauses")).Body!["items"]!.AsArray());
        var (hidden, missing) = (await Get(stranger, "/api/pauses/hidden"), await Get(stranger, "/api/pauses/never"));
        Assert.Equal((404, 404), (hidden.Status, missing.Status));
        Assert.Equal(missing.Body!["detail"]!.ToString().Replace("never", "hidden", StringComparison.Ordinal),
            hidden.Body!["detail"]!.ToString());
        Assert.Equal(404, (await Get(stranger, "/api/incidents/1/pauses")).Status);
        Assert.Equal(404, (await Post(stranger, "/api/pauses/hidden/order", null)).Status);
        var taken = await Post(stranger, "/api/pauses", Proposal("hidden"));
        Assert.Equal("Nothing was saved. The key hidden is already used. Each key is used only once; choose another.",
            (string)taken.Body!["detail"]!);
    }

    [Theory]
    [InlineData("/api/pauses?state=asleep", "state")]
    [InlineData("/api/pauses?only=late", "only")]
    [InlineData("/api/pauses?sort=mood", "sort")]
    [InlineData("/api/pauses?limit=501", "limit")]
    [InlineData("/api/pauses?limit=x", "limit")]
    [InlineData("/api/incidents/1/pauses?asKnownAt=2026-06-12T03:10:00", "asKnownAt")]
    public async Task What_is_wrong_in_an_address_is_named(string path, string field)
    {
        var (status, body) = await Get(Api, path);

        Assert.Equal(400, status);
        Assert.NotNull(body!["errors"]![field]);
    }

    [Fact]
    public async Task What_is_in_force_is_listed_as_json_and_csv_and_handed_to_another_person()
    {
        using var second = await Colleague("Sam Second", "responder");
        var sam = (await Get(Api, "/api/people")).Body!["items"]!.AsArray().Single(p => (string)p!["name"]! == "Sam Second")!["id"]!;
        foreach (var key in new[] { "a", "b" }) await Post(Api, "/api/pauses", Proposal(key));
        await Post(Api, "/api/pauses/b/order", new { });
        Assert.Equal(200, (await Post(Api, "/api/pauses/b/reviewer", new { person = (string)sam!, reason = "On call" })).Status);

        var listed = Assert.Single((await Get(second, "/api/pauses?only=in-force&reviewer=me&sort=review")).Body!["items"]!.AsArray())!;
        Assert.Equal(("b", "Sam Second"), ((string)listed["key"]!, (string)listed["reviewer"]!["name"]!));
        var csv = (await Api.GetStringAsync(new Uri("/api/pauses?only=in-force&format=csv", UriKind.Relative))).Split('\n');
        Assert.StartsWith("key,target,scope,state,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith("b,Keystroke capture,everything,ordered,ordered,kill,", csv[1], StringComparison.Ordinal);
        var page = await second.Page("/pauses?reviewer=me");
        Assert.Equal("Mine to re-check 1", page.QuerySelector(".views [aria-current]")!.TextContent);
        Assert.Equal("b", Assert.Single(page.QuerySelectorAll("table.pauses tbody tr")).QuerySelector(".mono")!.TextContent);
    }

    [Fact]
    public async Task A_pause_without_an_incident_is_read_as_it_was_known()
    {
        await Post(Api, "/api/pauses", Proposal("a"));
        var proposed = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"));
        await Post(Api, "/api/pauses/a/order", new { });

        Assert.Equal("proposed", (string)(await Get(Api, "/api/pauses/a?asKnownAt=" + proposed)).Body!["state"]!);
        Assert.Equal((404, 400), ((await Get(Api, "/api/pauses/a?asKnownAt=2001-01-01T00:00:00Z")).Status,
            (await Get(Api, "/api/pauses/a?asKnownAt=2101-01-01T00:00:00Z")).Status));
        Assert.Contains(
            "as known at", (await Api.Page("/pauses/a?asKnownAt=" + proposed)).GetElementById("pause-head")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("this pause was not yet proposed",
            (await Api.Page("/pauses/a?asKnownAt=2001-01-01T00:00:00Z")).GetElementById("main")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Nothing was paused.",
            (await Api.Page("/pauses?asKnownAt=" + proposed)).GetElementById("pauses")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pauses_of_an_incident_are_read_as_known_then()
    {
        await Post(Api, "/api/incidents", new { title = "Tables open" });
        await Post(Api, "/api/pauses", Proposal("a", 1));

        Assert.Empty((await Get(Api, "/api/incidents/1/pauses?asKnownAt=2026-01-01T00:00:00Z")).Body!["items"]!.AsArray());
    }
}
