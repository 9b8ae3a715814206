namespace IncidentDesk.Cli.Tests.Incidents;

public sealed class IncidentVerbTests : CliTest
{
    [Fact]
    public async Task An_incident_is_declared_written_about_and_regraded()
    {
        Assert.Equal("INC-1 is declared, SEV2.\n", await Done("declare", "Tables open to everyone"));
        Assert.Equal("Added to INC-1 as entry 2.\n", await Done("update", "INC-1", "Access is shut."));
        Assert.Equal("INC-1 is SEV1 now (entry 3).\n", await Done("severity", "1", "sev1", "--reason", "More tables than we thought."));
    }

    [Fact]
    public async Task An_incident_is_moved_on_staffed_dated_and_shown()
    {
        await Done("declare", "Tables open to everyone", "--started-at", "2026-06-01T00:00:00Z");
        await Done("status", "1", "contained");
        await Done("milestone", "1", "detected", "2026-06-12T05:10:00+02:00");
        await Done("close-item", "1", "access-review", "waived", "--reason", "Logs are gone.");
        await Done("describe", "1", "--summary", "Access rules were wrong.");
        await Done("declare", "The same again");
        await Done("merge", "2", "1");

        var shown = await Done("incident", "show", "1");
        var listed = await Done("incident", "list", "--status", "contained");

        Assert.Matches(@"(?m)^status\s+contained$", shown);
        Assert.Matches(@"(?m)^detected at\s+12 Jun 2026, 03:10 UTC$", shown);
        Assert.Contains("item access-review, state waived", shown, StringComparison.Ordinal);
        Assert.Matches(@"^name +severity +status .*\nINC-1 +SEV2 +contained ", listed);
        Assert.DoesNotContain("INC-2", listed, StringComparison.Ordinal);
        Assert.Contains("Tables open to everyone", await Done("overview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_incident_is_no_more_there_for_a_stranger_than_one_that_never_was()
    {
        await Done("declare", "Quiet", "--visibility", "private");
        var stranger = await Somebody("stranger", "responder");

        foreach (var verb in new string[][] { ["incident", "show", "1"], ["update", "1", "hello"], ["merge", "1", "1"] })
        {
            var hidden = await Run(verb, stranger);
            var missing = await Run([.. verb.Select(w => w == "1" ? "99" : w)], stranger);
            Assert.Equal((Exit.NotFound, ""), (hidden.Code, hidden.Out));
            Assert.Equal(missing.Err.Replace("99", "1", StringComparison.Ordinal), hidden.Err);
        }
        Assert.Equal("None.\n", (await Run(["incident", "list"], stranger)).Out);
        Assert.DoesNotContain("Quiet", (await Run(["overview"], stranger)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_can_be_an_option_and_the_answer_can_be_raw()
    {
        var said = await Done("declare", "--title", "Old news", "--severity", "SEV4",
            "--kind", "backfill", "--started-at", "2026-06-12T05:10:00+02:00", "--json");

        Assert.Equal("{\"number\":1,\"position\":1,\"name\":\"INC-1\"}\n", said);
    }

    [Fact]
    public async Task A_long_text_comes_through_standard_input()
    {
        await Done("declare", "Piped");

        var said = await Run(["update", "1", "-"], Token, input: "# What we saw\n\n- this\n- that\n");

        Assert.Equal((Exit.Done, "Added to INC-1 as entry 2.\n"), (said.Code, said.Out));
    }

    [Fact]
    public async Task A_time_without_an_offset_is_refused_before_anything_is_sent_unless_its_zone_is_given()
    {
        var bare = await Run("declare", "When?", "--started-at", "2026-06-12T05:10");
        var twice = await Run("declare", "When?", "--started-at", "2025-10-26T02:30", "--time-zone", "Europe/Berlin");
        var zoned = await Run("declare", "When?", "--started-at", "2026-06-12T05:10", "--time-zone", "Europe/Berlin");

        Assert.Equal((Exit.Invalid, Exit.Invalid, Exit.Done), (bare.Code, twice.Code, zoned.Code));
        var wanted = Instants.Wanted.Replace("a timeZone", "--time-zone", StringComparison.Ordinal);
        Assert.Equal($"Nothing was sent. Some fields are not valid.\n  --started-at: {wanted}\n", bare.Err);
        Assert.Contains("  --started-at: This time occurs twice in Europe/Berlin, because the clocks were set back.",
            twice.Err, StringComparison.Ordinal);
        Assert.StartsWith("INC-1 ", zoned.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Exit.Invalid, "  --title: Give it a title", "declare", "")]
    [InlineData(Exit.Invalid, "  --title: Give it a title", "declare")]
    [InlineData(Exit.Invalid, "  --severity: Choose one of: SEV0, SEV1", "declare", "x", "--severity", "SEV9")]
    [InlineData(Exit.Invalid, "  --started-at: This time is in the future", "declare", "x", "--started-at", "2099-01-01T00:00:00Z")]
    [InlineData(Exit.Invalid, "  --severity: This is missing.", "severity", "1", "--reason", "why")]
    [InlineData(Exit.Invalid, "  --severity: This is given more than once.",
        "severity", "1", "SEV1", "--severity", "SEV2", "--reason", "why")]
    [InlineData(Exit.Invalid, "  <incident>: Write a whole number.", "update", "one", "text")]
    [InlineData(Exit.Invalid, "There is no command 'delcare' here.", "delcare", "x")]
    [InlineData(Exit.Invalid, "--sevirity", "declare", "x", "--sevirity", "SEV1")]
    [InlineData(Exit.Refused, "The incident is already SEV2", "severity", "1", "SEV2", "--reason", "why")]
    [InlineData(Exit.Refused, "You worked from entry 9", "update", "1", "text", "--seen", "9")]
    [InlineData(Exit.Refused, "This idempotency key was used for a different request", "update", "1", "text", "--idempotency-key", "first")]
    [InlineData(Exit.NotFound, "There is no incident INC-7, or", "update", "7", "text")]
    public async Task What_is_refused_is_said_on_standard_error_with_a_code(int code, string says, params string[] args)
    {
        await Done("declare", "The one there is", "--idempotency-key", "first");

        var said = await Run(args);

        Assert.Equal(code, said.Code);
        Assert.Contains(says, said.Err, StringComparison.Ordinal);
        Assert.Empty(said.Out);
        Assert.Equal("Added to INC-1 as entry 2.\n", await Done("update", "1", "nothing came between"));
    }
}
