using IncidentDesk.Cli.Kit;
using IncidentDesk.Incidents;

namespace IncidentDesk.Cli.Tests.Kit;

/// <summary>From what is typed to the JSON that is sent.</summary>
public sealed class FieldTests
{
    /// <summary>A field of every kind.</summary>
    [Api("/api/things/{incident}", "A thing")]
    public sealed record Everything
    {
        public int Incident { get; set; }
        public string Text { get; set; } = "";
        public bool Privileged { get; set; }
        public Severity? Severity { get; set; }
        public ClosingItem Item { get; set; }
        public Roles Roles { get; set; }
        public Guid? Person { get; set; }
        public DateTimeOffset? StartedAt { get; set; }
        public IReadOnlyList<string>? Keys { get; set; }
        public int? After { get; set; }
        public string ReadOnly => "never typed";
    }

    static readonly CommandVerb<Everything> Verb = new("thing <incident> [text]", "Done, {text}, {severity}.");

    [Theory]
    [InlineData("{}", "inc-7")]
    [InlineData("""{"text":"- @all: that's it"}""", "7", "- @all: that's it")]
    [InlineData("""{"text":"@all"}""", "7", "--text", "@all")]
    [InlineData("""{"text":"","privileged":true}""", "7", "", "--privileged")]
    [InlineData("""{"privileged":false}""", "7", "--privileged", "false")]
    [InlineData("""{"severity":"SEV0","item":"access-review"}""", "7", "--severity", "sev0", "--item", "Access-Review")]
    [InlineData("""{"roles":"responder, comms"}""", "7", "--roles", "Responder,comms")]
    [InlineData("""{"roles":"responder, comms"}""", "7", "--roles", "responder", "--roles", "comms")]
    [InlineData("""{"person":"00000000-0000-0000-0000-000000000007"}""", "7", "--person", "00000000-0000-0000-0000-000000000007")]
    [InlineData("""{"startedAt":"2026-06-12T05:10:00+02:00"}""", "7", "--started-at", "2026-06-12T05:10:00+02:00")]
    [InlineData("""{"startedAt":"2026-06-12T05:10","timeZone":"Europe/Berlin"}""",
        "7", "--started-at", "2026-06-12T05:10", "--time-zone", "Europe/Berlin")]
    [InlineData("""{"keys":["a","b"],"after":-3}""", "7", "--keys", "a", "--keys", "b", "--after", "-3")]
    public async Task What_is_typed_becomes_the_body_and_nothing_else_does(string body, params string[] typed)
    {
        using var desk = new Stub("{}");

        var said = await CliResult.By(["thing", .. typed], http: desk, verbs: Verb);

        Assert.True(said.Code == 0, said.Err);
        Assert.Equal(("/api/things/7", "application/json", body), desk.Asked.Single());
    }

    [Theory]
    [InlineData("  --severity: Choose one of: SEV0, SEV1", "--severity", "9")]
    [InlineData("  --severity: Choose one of: SEV0, SEV1", "--severity", "SEV1,SEV2")]
    [InlineData("  --item: Choose one of: containment, access-review", "--item", "")]
    [InlineData("  --roles: Choose one of: viewer, responder", "--roles", "emperor")]
    [InlineData("  --after: Write a whole number.", "--after", "1.5")]
    [InlineData("  --started-at: Write the time with its offset", "--started-at", "yesterday")]
    [InlineData("  --keys: There is no file ", "--keys", "@/nowhere/keys.txt")]
    public async Task What_cannot_be_meant_is_named_by_field_and_not_sent(string says, params string[] typed)
    {
        using var desk = new Stub("{}");

        var said = await CliResult.By(["thing", "7", .. typed], http: desk, verbs: Verb);

        Assert.Equal((Exit.Invalid, 0), (said.Code, desk.Asked.Count));
        Assert.Contains(says, said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_may_be_named_and_a_name_nobody_bears_sends_nothing()
    {
        using var desk = new Stub("""{"items":[{"id":"00000000-0000-0000-0000-000000000001","name":"Ada","email":"ada@example.org"}]}""");

        var found = await CliResult.By(["thing", "7", "--person", "ada"], http: desk, verbs: Verb);
        var nobody = await CliResult.By(["thing", "7", "--person", "Eve"], http: desk, verbs: Verb);

        Assert.Equal((Exit.Done, Exit.Invalid), (found.Code, nobody.Code));
        Assert.Contains("  --person: Nobody on this desk is called 'Eve'.", nobody.Err, StringComparison.Ordinal);
        Assert.Equal(["/api/people", "/api/things/7", "/api/people"], desk.Asked.Select(a => a.Address));
        Assert.Equal("""{"person":"00000000-0000-0000-0000-000000000001"}""", desk.Asked[1].Body);
    }

    [Fact]
    public async Task A_list_may_lie_in_a_file_with_one_value_a_line()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 45_000).Select(i => $"hive://warehouse/mci.t{i} ").Prepend(""),
            TestContext.Current.CancellationToken);
        using var desk = new Stub("{}");

        var said = await CliResult.By(["thing", "7", "--keys", "first", "--keys", "@" + file], http: desk, verbs: Verb);
        File.Delete(file);

        Assert.Equal(0, said.Code);
        var keys = System.Text.Json.Nodes.JsonNode.Parse(desk.Asked.Single().Body)!["keys"]!.AsArray();
        Assert.Equal((45_001, "first", "hive://warehouse/mci.t44999"), (keys.Count, (string)keys[0]!, (string)keys[^1]!));
    }

    [Fact]
    public async Task Help_lists_the_words_one_may_choose_and_what_each_severity_means()
    {
        var said = await CliResult.By(["thing", "--help"], verbs: Verb);

        Assert.Contains("One of: containment, access-review, notification-decisions, follow-up-reports",
            said.Out, StringComparison.Ordinal);
        Assert.Contains(Severity.Sev0.Criterion(), said.Out, StringComparison.Ordinal);
        Assert.Contains(SeverityScale.WhenUnsure, said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("read-only", said.Out, StringComparison.Ordinal);
    }
}
