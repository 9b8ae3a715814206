using System.Text.Json.Nodes;

namespace IncidentDesk.Web.Tests.Incidents;

/// <summary>The life of an incident over HTTP, one request a command.</summary>
public sealed class IncidentApiTests : HostTest
{
    static string At(int incident, string what = "") => $"/api/incidents/{incident}{(what.Length > 0 ? "/" + what : "")}";

    async Task<int> Declare(string title = "Tables are open", string visibility = "open") =>
        (int)(await Post(Api, "/api/incidents", new { title, severity = "SEV2", visibility })).Body!["number"]!;

    async Task<string> Invite(string name) =>
        (string)(await Post(Api, "/api/people", new { name, email = $"{name}@example.org", roles = "responder" })).Body!["person"]!;

    async Task<HttpClient> ClientOf(string person) =>
        Client((string)(await Post(Api, "/api/tokens", new { name = "for a test", roles = "responder", person })).Body!["secret"]!);

    [Fact]
    public async Task Every_step_is_answered_with_its_position_and_shows_when_read()
    {
        var number = await Declare();
        var sam = await Invite("sam");
        (string Path, object Body)[] steps =
        [
            ("description", new { title = "45,000 tables are open", summary = "Since the rollout" }),
            ("severity", new { severity = "SEV1", reason = "Prompts are among it" }),
            ("milestones", new { milestone = "started", at = "2026-06-01T08:00:00+02:00" }),
            ("roles", new { role = "commander", person = sam }),
            ("status", new { status = "contained" }),
            ("closing", new { item = "access-review", state = "waived", reason = "No log was written" }),
            ("visibility", new { visibility = "private", reason = "Names a person" }),
        ];
        var position = 1;
        foreach (var (path, body) in steps)
        {
            var (status, answer, headers) = await Post(Api, At(number, path), body);
            Assert.True(status == 200, $"{path}: {answer}");
            Assert.Equal($"\"{++position}\"", headers.ETag!.Tag);
        }

        var (_, now) = await Get(Api, At(number));
        Assert.Equal(("45,000 tables are open", "SEV1", "contained", "private", "2026-06-01T06:00:00Z", position),
            ((string)now!["title"]!, (string)now["severity"]!, (string)now["status"]!,
                (string)now["visibility"]!, (string)now["startedAt"]!, (int)now["position"]!));
        Assert.Equal("sam", (string)now["roles"]![0]!["name"]!);
        Assert.Equal(["containment", "notification-decisions", "follow-up-reports"], now["openItems"]!.AsArray().Select(i => (string)i!));
    }

    [Fact]
    public async Task Roles_and_participation_end_as_they_began()
    {
        var number = await Declare();
        var sam = await Invite("sam");

        Assert.Equal(200, (await Post(Api, At(number, "participants"), new { person = sam })).Status);
        Assert.Equal(200, (await Post(Api, At(number, "roles"), new { role = "scribe", person = sam })).Status);
        var (held, problem, _) = await Post(Api, At(number, "participants/removal"), new { person = sam });
        Assert.Equal((409, "still-holds-role"), (held, (string)problem!["code"]!));
        Assert.Equal(200, (await Post(Api, At(number, "roles/release"), new { role = "scribe" })).Status);
        Assert.Equal(200, (await Post(Api, At(number, "participants/removal"), new { person = sam })).Status);
    }

    [Fact]
    public async Task A_merge_sends_whoever_writes_on_to_the_other_number_and_can_be_undone()
    {
        var (from, into) = (await Declare(), await Declare());

        Assert.Equal(200, (await Post(Api, At(from, "merge"), new { into })).Status);
        var (status, problem, _) = await Post(Api, At(from, "updates"), new { text = "lost?" });
        Assert.Equal((409, "merged-elsewhere"), (status, (string)problem!["code"]!));
        Assert.Contains($"INC-{into}", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(into, (int)(await Get(Api, At(from))).Body!["mergedInto"]!);
        Assert.Equal(200, (await Post(Api, At(from, "unmerge"), null)).Status);
        Assert.Null((await Get(Api, At(from))).Body!["mergedInto"]);
    }

    [Fact]
    public async Task An_incident_is_read_as_it_was_known_at_an_instant()
    {
        var number = await Declare();
        var changed = (string)(await Get(Api, At(number))).Body!["changedAt"]!;
        await Post(Api, At(number, "severity"), new { severity = "SEV0", reason = "Worse than thought" });

        var (_, then) = await Get(Api, $"{At(number)}?asKnownAt={changed}");
        Assert.Equal(("SEV2", 1), ((string)then!["severity"]!, (int)then["position"]!));
        Assert.Equal(404, (await Get(Api, $"{At(number)}?asKnownAt=2020-01-01T00:00:00+02:00")).Status);
        Assert.NotNull((await Get(Api, $"{At(number)}?asKnownAt=2020-01-01T00:00:00")).Body!["errors"]!["asKnownAt"]);
    }

    [Fact]
    public async Task Closing_says_what_is_open()
    {
        var (status, problem, _) = await Post(Api, At(await Declare(), "status"), new { status = "closed" });

        Assert.Equal((409, "closing-guard-open"), (status, (string)problem!["code"]!));
        Assert.Contains("access review", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", """{"status":"done"}""", "status", "declared, investigating, contained, resolved, closed")]
    [InlineData("milestones", """{"milestone":"started","at":"2026-06-01T08:00:00"}""", "at", "offset")]
    [InlineData("milestones", """{"milestone":"started"}""", "at", "Give the time")]
    [InlineData("roles", """{"role":"commander","person":"sam"}""", "person", "id of a person")]
    [InlineData("closing", """{"item":"containment","state":"waived"}""", "reason", "Give the reason")]
    [InlineData("merge", """{}""", "into", "number")]
    [InlineData("merge", """{"incident":2,"into":3}""", "incident", "no such field")]
    public async Task What_is_wrong_is_named_by_field(string path, string json, string field, string says)
    {
        var number = await Declare();
        var (status, problem, _) = await Post(Api, At(number, path), JsonNode.Parse(json));

        Assert.Equal(400, status);
        Assert.Contains(says, (string)problem!["errors"]![field]![0]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await Get(Api, At(number))).Body!["position"]!);
    }

    [Fact]
    public async Task A_private_incident_answers_as_a_number_that_was_never_given()
    {
        var number = await Declare("Somebody read the diary", "private");
        using var outside = await ClientOf(await Invite("sam"));

        var (hidden, why) = await Get(outside, At(number));
        var (missing, _) = await Get(outside, At(4711));
        var (posted, _, _) = await Post(outside, At(number, "status"), new { status = "contained" });

        Assert.Equal((404, 404, 404), (hidden, missing, posted));
        Assert.DoesNotContain("diary", why!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await Get(outside, "/api/incidents?q=diary")).Body!["items"]!.AsArray());
        Assert.Empty((await Get(outside, "/api/status")).Body!["changed"]!.AsArray());
        Assert.Single((await Get(Api, "/api/status")).Body!["changed"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_reads_without_signing_in()
    {
        foreach (var path in new[] { "/api/incidents", "/api/incidents/1", "/api/status" })
            Assert.Equal(401, (await Get(Anonymous, path)).Status);
    }
}
