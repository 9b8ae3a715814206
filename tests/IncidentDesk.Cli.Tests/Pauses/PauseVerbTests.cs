using System.Globalization;

namespace IncidentDesk.Cli.Tests.Pauses;

public sealed class PauseVerbTests : CliTest
{
    static string Tomorrow => DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [Fact]
    public async Task One_person_pauses_and_two_resume()
    {
        var second = await Somebody("sam", "responder");
        await Done("pause", "propose", "mci-program", "--target", "Keystroke capture", "--scope",
            "everything", "--mode", "kill", "--reason", "Open to everyone", "--review-by", Tomorrow);
        Assert.StartsWith("The pause mci-program is ordered", await Done("pause", "order", "mci-program"), StringComparison.Ordinal);
        await Done("pause", "condition", "mci-program", "Access rules reviewed", "--reason", "Asked for by privacy");
        Assert.Equal(Exit.Refused, (await Run("pause", "approve-resume", "mci-program", "--reason", "Fixed")).Code);
        Assert.StartsWith("Condition 1 of mci-program is now met",
            await Done("pause", "settle", "mci-program", "1", "met", "--evidence", "Minutes"), StringComparison.Ordinal);
        Assert.Contains("No client has asked about mci-program",
            (await Run("pause", "verify", "mci-program", "--kind", "asks")).Err.Replace("\n", " ", StringComparison.Ordinal),
            StringComparison.Ordinal);
        await Done("pause", "verify", "mci-program", "Nothing runs", "--looked-at", "Scheduler");
        await Done("pause", "seen", "mci-program", "Cluster eu-1");
        await Done("pause", "verify", "mci-program", "Nothing runs now", "--looked-at", "Scheduler");
        await Done("pause", "mode", "mci-program", "drain", "--reason", "Finish the batch");
        await Done("pause", "widen", "mci-program", "--targets", "pipeline:nightly-*", "--reason", "Same tables");
        await Done("pause", "cost", "mci-program", "Training waits");
        await Done("pause", "heartbeats", "mci-program", "--sources", "batch-7");
        await Done("pause", "approve-resume", "mci-program", "--reason", "Fixed");

        var alone = await Run("pause", "resume", "mci-program");
        Assert.NotEqual(Exit.Done, alone.Code);
        Assert.Contains("another person has to resume it",
            alone.Err.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Exit.Done, (await Run(["pause", "resume", "mci-program"], second)).Code);
        Assert.Contains("resumed", await Done("pause", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_accounts_of_one_person_are_one_and_a_second_person_resumes()
    {
        var (sam, night) = (await Somebody("sam", "responder"), await Somebody("SAM+night", "responder"));
        await Done("pause", "propose", "mci", "--target", "Capture", "--scope", "everything", "--reason", "Open", "--review-by", Tomorrow);
        await Done("pause", "order", "mci");
        await Done("pause", "reviewer", "mci", "sam@example.org", "--reason", "On call");
        Assert.Contains("sam", await Done("pause", "list", "--only", "in-force", "--sort", "age"), StringComparison.Ordinal);
        Assert.Contains("ordered", await Done("pause", "show", "mci", "--as-known-at", DateTimeOffset.UtcNow.ToString("O")),
            StringComparison.Ordinal);
        Assert.Equal(Exit.Done, (await Run(["pause", "approve-resume", "mci", "--reason", "Fixed"], sam)).Code);

        var refused = await Run(["pause", "resume", "mci"], night);

        Assert.Equal(Exit.Refused, refused.Code);
        Assert.Contains("treats them as one person", refused.Err.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        await Done("pause", "resume", "mci");
    }

    [Fact]
    public async Task A_stranger_finds_no_pause_of_a_private_incident()
    {
        var stranger = await Somebody("stig", "responder");
        await Done("declare", "Somebody read the diary", "--visibility", "private");
        await Done("pause", "propose", "hidden", "--target", "Diaries", "--scope",
            "everything", "--reason", "Open", "--incident", "1", "--review-by", Tomorrow);

        var hidden = await Run(["pause", "order", "hidden"], stranger);
        var missing = await Run(["pause", "order", "never"], stranger);

        Assert.Equal(missing.Code, hidden.Code);
        Assert.Equal(missing.Err.Replace("never", "hidden", StringComparison.Ordinal), hidden.Err);
        Assert.Equal("None.", (await Run(["pause", "list"], stranger)).Out.Trim());
    }
}
