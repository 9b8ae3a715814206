using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Pauses.Asking;

/// <summary>What the evaluation context says about what is to run, against the running desk.</summary>
public sealed class OfrepContextTests : ColleaguesTest
{
    const string Flags = "/ofrep/v1/evaluate/flags";

    async Task PartResumed()
    {
        using var second = await Colleague("Sam Second", "responder");
        await Post(Api, "/api/pauses", new
        {
            key = "mci", target = "Keystroke capture", scope = "everything", mode = "kill", reason = "Open to everyone",
            reviewBy = DateTimeOffset.UtcNow.AddDays(1), targets = new[] { "pipeline:clean-*", "pipeline:nightly-*" },
        });
        await Post(Api, "/api/pauses/mci/order", null);
        await Post(Api, "/api/pauses/mci/resume-approvals", new { reason = "These are clean", parts = new[] { "pipeline:clean-*" } });
        Assert.Equal(200, (await Post(second, "/api/pauses/mci/resume", null)).Status);
    }

    [Fact]
    public async Task A_resumed_part_runs_for_whoever_names_it_in_the_targeting_key_or_by_its_kind()
    {
        await PartResumed();

        foreach (var (context, paused) in new (object, bool)[]
        {
            (new { targetingKey = "pipeline:clean-1" }, false),
            (new { targetingKey = "etl-1", pipeline = "clean-1" }, false),
            (new { targetingKey = "etl-1", pipeline = new[] { "clean-1", "clean-2" } }, false),
            (new { targetingKey = "etl-1" }, true),
            (new { targetingKey = "clean-1" }, true),
            (new { targetingKey = "pipeline:clean-1", pipeline = "nightly-1" }, true),
            (new { targetingKey = "pipeline:clean-1", pipeline = new object[] { "clean-2", 7 } }, true),
            (new { targetingKey = "pipeline:clean-1", asset = 7 }, true),
            (new { targetingKey = "pipeline:clean-1", pipeline = Array.Empty<string>() }, true),
        })
        {
            var (status, body, _) = await Post(Api, $"{Flags}/paused:mci", new { context });
            Assert.Equal((context, 200, paused), (context, status, (bool)body!["value"]!));
            Assert.Equal((paused ? "paused" : "part-resumed", "TARGETING_MATCH"), ((string)body["variant"]!, (string)body["reason"]!));
            Assert.Equal(!paused, (bool)(await Post(Api, $"{Flags}/allowed:mci", new { context })).Body!["value"]!);
        }
    }

    [Fact]
    public async Task The_answer_names_what_is_still_paused_and_what_runs_again()
    {
        await PartResumed();

        var body = (await Post(Api, $"{Flags}/pause:mci", new { context = new { targetingKey = "etl-1" } })).Body!;

        Assert.Equal(("pipeline:nightly-*", "pipeline:clean-*"),
            ((string)body["metadata"]!["targets"]!, (string)body["metadata"]!["resumedParts"]!));
        Assert.Equal("pipeline:clean-*", (string)body["value"]!["resumedParts"]![0]!);
    }

    [Fact]
    public async Task A_tag_holds_for_one_context_only()
    {
        await PartResumed();
        var paused = await Post(Api, Flags, new { context = new { targetingKey = "etl-1" } });
        var tag = paused.Headers.ETag!.ToString();

        var part = await Post(Api, Flags, new { context = new { targetingKey = "pipeline:clean-1" } }, ("If-None-Match", tag));

        Assert.Equal((200, "part-resumed"), (part.Status, (string)part.Body!["flags"]![0]!["variant"]!));
        foreach (var same in new[] { tag, "W/" + tag, $"\"older\", {tag}" })
            Assert.Equal(304, (await Post(Api, Flags, new { context = new { targetingKey = "etl-2" } }, ("If-None-Match", same))).Status);
        Assert.Equal(200, (await Post(Api, Flags, new { context = new { keys = new[] { "mci" } } }, ("If-None-Match", tag))).Status);
        Assert.Equal(304, (await Post(Api, Flags, new { context = new { targetingKey = "pipeline:clean-1" } },
            ("If-None-Match", part.Headers.ETag!.ToString()))).Status);
    }

    [Fact]
    public async Task A_script_names_what_it_is_about_to_run()
    {
        await PartResumed();

        var part = (await Get(Api, "/api/pauses/mci/standing?target=pipeline%3Aclean-1&client=cron-7")).Body!;
        Assert.Equal((false, true, "ordered"), ((bool)part["paused"]!, (bool)part["partResumed"]!, (string)part["state"]!));
        Assert.True((bool)(await Get(Api, "/api/pauses/mci/standing")).Body!["paused"]!);
        Assert.True((bool)(await Get(Api,
            "/api/pauses/mci/standing?target=pipeline%3Aclean-1&target=pipeline%3Anightly-1")).Body!["paused"]!);
        Assert.Equal(400, (await Get(Api, "/api/pauses/mci/standing?target=clean-1")).Status);
    }
}
