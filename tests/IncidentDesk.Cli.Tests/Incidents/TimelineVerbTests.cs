namespace IncidentDesk.Cli.Tests.Incidents;

public sealed class TimelineVerbTests : CliTest
{
    readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task The_log_is_read_corrected_and_relieved_of_personal_words_and_still_verifies_elsewhere()
    {
        await Done("declare", "Tables open");
        await Done("update", "1", "Ada looked at table 7.");
        await Done("update", "1", "Tables of Ada are shut.");
        await Done("correct", "1", "3", "--text", "Tables of Ada are shut since noon.", "--reason", "The time was missing.");
        Assert.Contains("also in:\n  ",
            await Done("redact", "1", "2", "--passage", "Ada", "--reason", "A name without need."), StringComparison.Ordinal);

        var timeline = await Done("timeline", "1");
        Assert.Matches(@"(?m)^3 +.* Set-up +Tables of Ada are shut since noon\.$", timeline);
        Assert.DoesNotContain("Ada looked", timeline, StringComparison.Ordinal);

        await Done("export", "1", "--out", _file);
        Assert.StartsWith("Intact: INC-1, ", await Done("verify", _file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_in_before_an_instant_is_read_as_it_was_known_then()
    {
        await Done("declare", "Tables open");

        var before = await Run("timeline", "1", "--as-known-at", "2020-01-01T00:00:00Z");
        var bare = await Run("timeline", "1", "--as-known-at", "2020-01-01T00:00:00");

        Assert.Equal((Exit.NotFound, Exit.Invalid), (before.Code, bare.Code));
        Assert.NotEmpty(before.Err);
    }

    [Fact]
    public async Task A_file_that_is_no_export_is_not_taken_in()
    {
        await File.WriteAllTextAsync(_file, "{\"format\":\"something else\"}", TestContext.Current.CancellationToken);

        var said = await Run("import", _file);

        Assert.Equal((Exit.Invalid, ""), (said.Code, said.Out));
        Assert.Equal("None.\n", await Done("incident", "list"));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        File.Delete(_file);
        await base.DisposeAsync();
    }
}
