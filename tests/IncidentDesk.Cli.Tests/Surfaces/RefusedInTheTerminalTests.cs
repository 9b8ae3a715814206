namespace IncidentDesk.Cli.Tests.Surfaces;

/// <summary>The refusals a desk stands or falls by, to people at a terminal.</summary>
public sealed class RefusedInTheTerminalTests : CliTest
{
    [Theory, InlineData(""), InlineData("   "), InlineData(null)]
    public async Task A_title_that_is_none_is_refused_by_its_option_and_nothing_is_declared(string? title)
    {
        var remy = await Somebody("remy", "responder");

        var said = await Run(["declare", title ?? new string('x', 10_000)], remy);

        Assert.Equal((Exit.Invalid, ""), (said.Code, said.Out));
        Assert.Contains("\n  --title: ", said.Err, StringComparison.Ordinal);
        Assert.Equal("None.\n", (await Run(["incident", "list"], remy)).Out);
    }

    [Fact]
    public async Task What_one_person_paused_takes_two_to_resume()
    {
        var (remy, sam) = (await Somebody("remy", "responder"), await Somebody("sam", "responder"));
        var review = DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        foreach (var typed in new string[][]
        {
            ["pause", "propose", "mci", "--target", "Capture", "--scope", "All",
                "--mode", "kill", "--reason", "Open", "--review-by", review],
            ["pause", "order", "mci"], ["pause", "approve-resume", "mci", "--reason", "Fixed"],
        })
            Assert.Equal((Exit.Done, ""), await Run(typed, remy) is var done ? (done.Code, done.Err) : default);

        var alone = await Run(["pause", "resume", "mci"], remy);

        Assert.Equal((Exit.Refused, ""), (alone.Code, alone.Out));
        Assert.Contains("another person has to resume", alone.Err, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^state\s+resume-approved$", (await Run(["pause", "show", "mci"], remy)).Out);
        Assert.Equal(Exit.Done, (await Run(["pause", "resume", "mci"], sam)).Code);
    }

    [Fact]
    public async Task A_private_incident_is_no_more_there_for_a_stranger_than_one_that_never_was()
    {
        var (remy, stranger) = (await Somebody("remy", "responder"), await Somebody("stig", "responder"));
        await Run(["declare", "Somebody read the diary", "--visibility", "private"], remy);

        foreach (var typed in new string[][]
        {
            ["incident", "show", "1"], ["timeline", "1"], ["update", "1", "I know"],
            ["export", "1"], ["report", "1", "--kind", "summary", "--format", "md"]
        })
        {
            var hidden = await Run(typed, stranger);
            var missing = await Run([.. typed.Select(w => w == "1" ? "99" : w)], stranger);
            Assert.Equal((Exit.NotFound, "", missing.Err.Replace("INC-99", "INC-1", StringComparison.Ordinal)),
                (hidden.Code, hidden.Out, hidden.Err));
        }
        Assert.Contains("Somebody read the diary", (await Run(["incident", "show", "1"], remy)).Out, StringComparison.Ordinal);
    }
}
