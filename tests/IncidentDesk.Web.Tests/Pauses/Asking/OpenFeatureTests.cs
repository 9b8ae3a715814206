using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Pauses.Asking;

/// <summary>A published OpenFeature client asks the running desk.</summary>
public sealed class OpenFeatureTests : ColleaguesTest
{
    async Task Proposed(string key, int? incident = null) => Assert.Equal(201, (await Post(Api, "/api/pauses", new
    {
        key, incident, target = "Keystroke capture", scope = "everything", mode = "kill",
        reason = "Open to everyone", reviewBy = DateTimeOffset.UtcNow.AddDays(1),
        targets = new[] { "pipeline:clean-*", "pipeline:nightly-*" },
    })).Status);

    async Task Order(string key) => Assert.Equal(200, (await Post(Api, $"/api/pauses/{key}/order", null)).Status);

    async Task Resume(HttpClient second, string key, params string[] parts)
    {
        Assert.Equal(200, (await Post(Api, $"/api/pauses/{key}/resume-approvals", new { reason = "Fixed", parts })).Status);
        Assert.Equal(200, (await Post(second, $"/api/pauses/{key}/resume", null)).Status);
    }

    [Fact]
    public async Task It_is_told_what_is_paused_and_falls_back_to_what_is_safe_when_nobody_answers()
    {
        using var second = await Colleague("Sam Second", "responder");
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        await Proposed("hidden", 1);
        foreach (var key in new[] { "mci:program", "part", "over" }) await Proposed(key);
        foreach (var key in new[] { "mci:program", "part", "over", "hidden" }) await Order(key);
        await Resume(second, "part", "pipeline:clean-*");
        await Resume(second, "over");
        var issued = await Post(Api, "/api/tokens", new { name = "etl", roles = "asker" });
        var host = await Another();
        await using var client = await OpenFeatureClient.Start(new(host.Urls.First()), (string)issued.Body!["secret"]!);

        var paused = await client.Ask("paused:mci:program", false);
        Assert.Equal((true, "TARGETING_MATCH", "paused", "kill"), ((bool)paused["value"]!,
            (string)paused["reason"]!, (string)paused["variant"]!, (string)paused["flagMetadata"]!["mode"]!));
        Assert.False((bool)(await client.Ask("allowed:mci:program", true))["value"]!);
        Assert.False((bool)(await client.Ask("allowed%3Amci%3Aprogram", true))["value"]!);
        Assert.Equal("paused", (string)(await client.Whole("pause:mci:program"))["value"]!["state"]!);

        var over = await client.Ask("paused:over", true);
        Assert.Equal((false, "STATIC"), ((bool)over["value"]!, (string)over["reason"]!));
        Assert.True((bool)(await client.Ask("allowed:over", false))["value"]!);

        Assert.False((bool)(await client.Ask("allowed:part", true))["value"]!);
        Assert.True((bool)(await client.Ask("allowed:part", false, new { targetingKey = "pipeline:clean-1" }))["value"]!);
        Assert.False((bool)(await client.Ask("allowed:part", true, new { targetingKey = "etl-1", pipeline = "nightly-1" }))["value"]!);

        var hidden = await client.Ask("paused:hidden", false);
        Assert.True((bool)hidden["value"]!);
        Assert.Null(hidden["flagMetadata"]!["incident"]);
        Assert.Null(hidden["flagMetadata"]!["targets"]);

        var unknown = await client.Ask("allowed:mistyped", false);
        Assert.Equal((false, "ERROR", "FLAG_NOT_FOUND"),
            ((bool)unknown["value"]!, (string)unknown["reason"]!, (string)unknown["errorCode"]!));
        Assert.Equal("FLAG_NOT_FOUND", (string)(await client.Ask("allowed:a/b", false))["errorCode"]!);

        await host.DisposeAsync();
        var down = await client.Ask("allowed:over", false);
        Assert.Equal((false, "ERROR"), ((bool)down["value"]!, (string)down["reason"]!));
        Assert.True((bool)(await client.Ask("paused:over", true))["value"]!);
    }

    [Fact]
    public async Task One_that_holds_all_flags_hears_of_a_change_and_fetches_what_changed_and_nothing_else()
    {
        using var second = await Colleague("Sam Second", "responder");
        await Proposed("mci");
        var issued = await Post(Api, "/api/tokens", new { name = "page", roles = "asker" });
        await using var client = await OpenFeatureClient.Start(Address, (string)issued.Body!["secret"]!, "ofrep-web-client.mjs");
        Assert.False((bool)(await client.Ask("paused:mci", true))["value"]!);

        await Order("mci");

        Assert.True((bool)(await client.AskUntil("paused:mci", true))["value"]!);
        await Resume(second, "mci");
        var over = await client.AskUntil("paused:mci", false);
        Assert.Equal((false, "STATIC"), ((bool)over["value"]!, (string)over["reason"]!));
        Assert.All(over["statuses"]!.AsArray(), status => Assert.Contains((int)status!, new[] { 200, 304 }));
        // One at first, one after each change, and one that finds nothing new when its line to the events stands.
        Assert.InRange(over["statuses"]!.AsArray().Count, 3, 5);
    }
}
