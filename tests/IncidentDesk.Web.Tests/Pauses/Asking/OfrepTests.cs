using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Web.Tests.Pauses.Asking;

/// <summary>What published OFREP clients were seen to send and to need, against the running desk.</summary>
public sealed class OfrepTests : ColleaguesTest
{
    const string Flags = "/ofrep/v1/evaluate/flags";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly object Context = new { context = new { targetingKey = "etl-1" } };

    async Task Ordered(string key, int? incident = null)
    {
        Assert.Equal(201, (await Post(Api, "/api/pauses", new
        {
            key, incident, target = "Keystroke capture", scope = "everything", mode = "kill",
            reason = "Open to everyone", reviewBy = DateTimeOffset.UtcNow.AddDays(1),
            targets = new[] { "pipeline:diaries-*" },
        })).Status);
        Assert.Equal(200, (await Post(Api, $"/api/pauses/{key}/order", null)).Status);
    }

    async Task<HttpClient> Asker()
    {
        var issued = await Post(Api, "/api/tokens", new { name = "etl", roles = "asker" });
        Assert.Equal(201, issued.Status);
        return Client((string)issued.Body!["secret"]!);
    }

    [Theory]
    [InlineData("paused:mci-program", true)]
    [InlineData("allowed:mci-program", false)]
    [InlineData("paused%3Amci-program", true)]
    [InlineData("allowed%3amci%2Dprogram", false)]
    public async Task A_flag_answers_with_a_value_however_its_key_is_encoded(string flag, bool value)
    {
        await Ordered("mci-program");

        var (status, body, _) = await Post(Api, $"{Flags}/{flag}", Context);

        Assert.Equal((200, value, "TARGETING_MATCH", "paused"),
            (status, (bool)body!["value"]!, (string)body["reason"]!, (string)body["variant"]!));
        Assert.Equal(Uri.UnescapeDataString(flag), (string)body["key"]!);
        Assert.Equal(("kill", "ordered", false),
            ((string)body["metadata"]!["mode"]!, (string)body["metadata"]!["state"]!, (bool)body["metadata"]!["stale"]!));
        Assert.All(body["metadata"]!.AsObject(), m => Assert.True(m.Value is JsonValue));
    }

    [Fact]
    public async Task A_change_is_served_to_whoever_asks_next()
    {
        using var second = await Colleague("Sam Second", "responder");
        await Ordered("a");
        Assert.True((bool)(await Post(Api, $"{Flags}/paused:a", Context)).Body!["value"]!);
        await Post(Api, "/api/pauses/a/resume-approvals", new { reason = "Fixed" });
        Assert.True((bool)(await Post(Api, $"{Flags}/paused:a", Context)).Body!["value"]!);
        Assert.Equal(200, (await Post(second, "/api/pauses/a/resume", null)).Status);

        var (_, body, _) = await Post(Api, $"{Flags}/paused:a", Context);

        Assert.Equal((false, "STATIC", "running"), ((bool)body!["value"]!, (string)body["reason"]!, (string)body["variant"]!));
    }

    [Theory]
    [InlineData("paused:never-given")]
    [InlineData("discount-banner")]
    [InlineData("paused:a/b")]
    [InlineData("paused%3Aa%2Fb")]
    public async Task An_unknown_flag_is_not_found_in_the_protocols_words(string flag)
    {
        var (status, body, _) = await Post(Api, $"{Flags}/{flag}", Context);

        Assert.Equal((404, "FLAG_NOT_FOUND", Uri.UnescapeDataString(flag)), (status, (string)body!["errorCode"]!, (string)body["key"]!));
    }

    [Theory]
    [InlineData("", 200, null)]
    [InlineData("{}", 200, null)]
    [InlineData("""{"context":{}}""", 200, null)]
    [InlineData("""{"context":7}""", 400, "INVALID_CONTEXT")]
    [InlineData("""{"context":""", 400, "PARSE_ERROR")]
    [InlineData("[]", 400, "PARSE_ERROR")]
    [InlineData("""{"context":{}} and more""", 400, "PARSE_ERROR")]
    [InlineData("""{"context":{"targetingKey":"\uD800"}}""", 400, "PARSE_ERROR")]
    [InlineData("""{"context":{"targetingKey":7,"deep":[{"a":null}],"pipeline":{"a":1}},"more":[1]}""", 200, null)]
    public async Task What_a_client_sends_along_is_read_generously(string sent, int status, string? code)
    {
        await Ordered("a");
        using var body = new StringContent(sent, Encoding.UTF8, "application/json");
        using var answer = await Api.PostAsync(new Uri($"{Flags}/paused:a", UriKind.Relative), body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errorCode"]);
    }

    [Fact]
    public async Task A_body_without_end_is_a_parse_error_like_any_other()
    {
        await Ordered("a");

        var (status, body, _) = await Post(Api, $"{Flags}/paused:a", new { context = new { targetingKey = new string('a', 300_000) } });

        Assert.Equal((400, "PARSE_ERROR"), (status, (string)body!["errorCode"]!));
    }

    [Fact]
    public async Task A_client_that_asks_a_thousand_times_a_second_is_answered_each_time_and_counted()
    {
        await Ordered("a");
        using var asker = await Asker();
        var (before, began) = ((await Get(Api, "/api/pauses/a")).Body!.ToJsonString(), Stopwatch.GetTimestamp());

        await Parallel.ForAsync(0, 2_000,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (_, ct) =>
            {
                using var answer = await asker.PostAsJsonAsync($"{Flags}/paused:a", Context, ct);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            });

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal(before, (await Get(Api, "/api/pauses/a")).Body!.ToJsonString());
        Assert.Equal(2_000, await Counted("a", 2_000));
    }

    /// <summary>How often it was asked for, in memory and on disk; waits for what is on its way from one to the other.</summary>
    async Task<long> Counted(string key, long expected)
    {
        long noted = 0, counted = 0;
        for (var began = Stopwatch.GetTimestamp(); counted != expected && Stopwatch.GetElapsedTime(began) < Patience;)
        {
            noted += Services.GetRequiredService<AskLog>().Take()
                .SelectMany(t => t.Command.Asks).Where(a => a.Key == key).Sum(a => a.Count);
            counted = noted + (await Get(Api, $"/api/pauses/{key}/clients")).Body!["since"]!.AsArray().Sum(c => (long)c!["count"]!);
        }
        return counted;
    }

    [Fact]
    public async Task All_flags_come_with_a_tag_that_holds_until_something_changes()
    {
        await Ordered("a");
        await Ordered("b");
        var first = await Post(Api, Flags, Context);
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal(["allowed:a", "allowed:b", "pause:a", "pause:b", "paused:a", "paused:b"],
            first.Body!["flags"]!.AsArray().Select(f => (string)f!["key"]!).Order(StringComparer.Ordinal));
        Assert.All(first.Body["flags"]!.AsArray(), f => Assert.NotNull(f!["value"]));

        Assert.Equal(304, (await Post(Api, Flags, Context, ("If-None-Match", tag))).Status);
        await Post(Api, "/api/incidents", new { title = "Something else", severity = "SEV3" });
        Assert.Equal(304, (await Post(Api, Flags, Context, ("If-None-Match", tag))).Status);
        await Ordered("c");
        var changed = await Post(Api, Flags, Context, ("If-None-Match", tag));
        Assert.Equal((200, 9), (changed.Status, changed.Body!["flags"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_key_of_a_private_pause_answers_and_neither_its_reason_nor_the_key_leaks()
    {
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        await Ordered("hidden", 1);
        using var asker = await Asker();

        var one = await Post(asker, $"{Flags}/pause:hidden", Context);
        var listed = await Post(asker, Flags, new { context = new { keys = new[] { "hidden", "never" } } });

        const string why = """, "reason": "TARGETING_MATCH", "variant": "paused", "metadata": { "pause": "hidden", "stale": false } }""";
        Assert.Equal(Plain("""{ "key": "pause:hidden", "value": { "state": "paused", "pause": "hidden", "message": "This is paused." } """
            + why), one.Body!.ToJsonString());
        Assert.Equal(Plain("""{ "key": "paused:hidden", "value": true """ + why), listed.Body!["flags"]![0]!.ToJsonString());
        Assert.Equal("""{"key":"hidden","paused":true,"partResumed":false,"stale":false}""",
            (await Get(asker, "/api/pauses/hidden/standing")).Body!.ToJsonString());
        Assert.Empty((await Post(asker, Flags, Context)).Body!["flags"]!.AsArray());
        Assert.Equal([true, false], listed.Body!["flags"]!.AsArray()
            .Where(f => ((string)f!["key"]!).StartsWith("paused:", StringComparison.Ordinal)).Select(f => f!["value"] is not null));

        static string Plain(string json) => JsonNode.Parse(json)!.ToJsonString();
    }

    [Fact]
    public async Task A_token_that_can_only_ask_finds_nothing_else()
    {
        await Ordered("a");
        using var asker = await Asker();

        Assert.Equal(200, (await Post(asker, $"{Flags}/paused:a", Context)).Status);
        Assert.Equal((200, true), ((await Get(asker, "/api/pauses/a/standing")).Status,
            (bool)(await Get(asker, "/api/pauses/a/standing")).Body!["paused"]!));
        foreach (var path in new[]
        {
            "/api/incidents", "/api/pauses", "/api/pauses/a", "/api/people", "/api/assets", "/api/status", "/api/tokens"
        })
            Assert.Equal((path, 404), (path, (await Get(asker, path)).Status));
        Assert.Equal(404, (await Post(asker, "/api/incidents", new { title = "By a machine" })).Status);
        Assert.Equal(404, (await Post(asker, "/api/tokens", new { name = "more", roles = "asker" })).Status);
    }

    [Fact]
    public async Task Who_is_not_known_is_told_so_and_a_revoked_token_ends_at_once()
    {
        await Ordered("a");
        var issued = await Post(Api, "/api/tokens", new { name = "etl", roles = "asker" });
        using var byKey = Client(null);
        byKey.DefaultRequestHeaders.Add("X-API-Key", (string)issued.Body!["secret"]!);
        Assert.Equal(200, (await Post(byKey, $"{Flags}/paused:a", Context)).Status);

        Assert.Equal(401, (await Post(Anonymous, $"{Flags}/paused:a", Context)).Status);
        Assert.Equal(200, (await Post(Api, $"/api/tokens/{issued.Body["id"]}/revoke", null)).Status);
        Assert.Equal(401, (await Post(byKey, $"{Flags}/paused:a", Context)).Status);
    }

    [Fact]
    public async Task Whoever_follows_the_event_stream_hears_of_a_change()
    {
        await Ordered("a");
        var stream = (await Post(Api, Flags, Context)).Body!["eventStreams"]![0]!;
        using var events = await Anonymous.GetStreamAsync(new Uri((string)stream["endpoint"]!["requestUri"]!, UriKind.Relative));
        using var lines = new StreamReader(events);
        var first = await Data(lines);

        await Ordered("b");

        Assert.Equal("refetchEvaluation", (string)first["type"]!);
        Assert.NotEqual((string)first["etag"]!, (string)(await Data(lines))["etag"]!);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await Anonymous.GetAsync(new Uri("/ofrep/v1/events?ticket=guessed", UriKind.Relative))).StatusCode);
    }

    /// <summary>The address of the stream holds what was asked; a long list does not fit into it.</summary>
    [Fact]
    public async Task Who_listed_a_private_key_hears_when_its_answer_changes_and_nobody_else_hears_of_it()
    {
        using var asker = await Asker();
        using var second = await Colleague("Sam Second", "responder");
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });
        var sam = (await Get(Api, "/api/people")).Body!["items"]!.AsArray().Single(p => (string)p!["name"]! == "Sam Second")!["id"]!;
        await Post(Api, "/api/incidents/1/participants", new { person = (string)sam! });
        await Ordered("hidden", 1);
        var list = new { context = new { keys = new[] { "hidden" } } };
        var many = Enumerable.Range(0, 500).Select(n => $"a-rather-long-key-{n}").Prepend("hidden").ToArray();
        Assert.Null((await Post(asker, Flags, new { context = new { keys = many } })).Body!["eventStreams"]);
        using var listed = await Events(list);
        using var all = await Events(Context);
        Assert.Equal(await Tag(list), (string)(await Data(listed))["etag"]!);
        Assert.Equal(await Tag(Context), (string)(await Data(all))["etag"]!);

        await Post(Api, "/api/pauses/hidden/extensions", new { reviewBy = DateTimeOffset.UtcNow.AddDays(3), reason = "Later" });
        await Post(Api, "/api/pauses/hidden/resume-approvals", new { reason = "Fixed" });
        Assert.Equal(200, (await Post(second, "/api/pauses/hidden/resume", null)).Status);
        Assert.Equal(await Tag(list), (string)(await Data(listed))["etag"]!);
        await Post(Api, "/api/pauses",
            new { key = "open", target = "t", scope = "s", mode = "kill", reason = "r", reviewBy = DateTimeOffset.UtcNow.AddDays(1) });
        Assert.Equal(await Tag(Context), (string)(await Data(all))["etag"]!);

        async Task<string> Tag(object context) => (await Post(asker, Flags, context)).Headers.ETag!.Tag;

        async Task<StreamReader> Events(object context)
        {
            var stream = (await Post(asker, Flags, context)).Body!["eventStreams"]![0]!;
            return new(await Anonymous.GetStreamAsync(new Uri((string)stream["endpoint"]!["requestUri"]!, UriKind.Relative)));
        }
    }

    [Fact]
    public async Task Whoever_follows_hears_when_a_pause_begins_that_was_ordered_for_later()
    {
        await Ordered("a");
        // A slow machine may reach the hour before anybody follows; then once more, with more time.
        for (var seconds = 4; !await HeardWhenItBegan($"b{seconds}", seconds); seconds *= 2) Assert.InRange(seconds, 4, 32);
    }

    /// <summary>False when it had begun before the stream was open.</summary>
    async Task<bool> HeardWhenItBegan(string key, int seconds)
    {
        await Post(Api, "/api/pauses",
            new { key, target = "Capture", scope = "all", mode = "kill", reason = "Open", reviewBy = DateTimeOffset.UtcNow.AddDays(1) });
        var begins = DateTimeOffset.UtcNow.AddSeconds(seconds);
        var ordered = (await Post(Api, $"/api/pauses/{key}/order", new { effectiveAt = begins })).Status;
        if (DateTimeOffset.UtcNow >= begins) return false;
        Assert.Equal(200, ordered);
        var stream = (await Post(Api, Flags, Context)).Body!["eventStreams"]![0]!;
        using var events = await Anonymous.GetStreamAsync(new Uri((string)stream["endpoint"]!["requestUri"]!, UriKind.Relative));
        using var lines = new StreamReader(events);
        await Data(lines);
        var early = (bool)(await Post(Api, $"{Flags}/paused:{key}", Context)).Body!["value"]!;
        if (DateTimeOffset.UtcNow >= begins) return false;
        Assert.False(early);

        await Data(lines).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.True((bool)(await Post(Api, $"{Flags}/paused:{key}", Context)).Body!["value"]!);
        return true;
    }

    static async Task<JsonNode> Data(StreamReader lines)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonNode.Parse(line[6..])!;
        throw new EndOfStreamException();
    }
}
