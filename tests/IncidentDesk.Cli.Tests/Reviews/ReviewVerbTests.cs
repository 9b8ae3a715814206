namespace IncidentDesk.Cli.Tests.Reviews;

public sealed class ReviewVerbTests : CliTest
{
    [Fact]
    public async Task A_program_is_entered_its_review_sent_as_a_file_and_a_search_recorded()
    {
        var file = Path.Combine(Path.GetTempPath(), $"incidentdesk-review-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(file, "A review");
        try
        {
            await Done("review", "enter", "capture", "Capture", "--people-data", "yes", "--labels", "staff", "--labels", "keystrokes");
            Assert.StartsWith("Review 1 of capture is on record, SHA-256 ", await Done("review", "record", "capture",
                "people-data", "March.pdf", "--file", file, "--signer", "Ann", "--signed-on", "2026-03-09",
                "--outcome", "approved-with-conditions", "--conditions", "All may opt out"), StringComparison.Ordinal);
            await Done("review", "searched", "capture", "dpia", "the share");
            await Done("review", "settle", "capture", "1", "1", "true", "--evidence", "Tried");
            await Done("safeguard", "claim", "capture", "opt-out", "All may", "--claimed-in",
                "Notice", "--covered", "executives", "--not-covered", "staff");

            Assert.Contains("Of 2 required reviews, 1 cannot be produced, 1 is on record.",
                (await Done("review", "list")).Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("There is no file /nowhere/x.",
                (await Run("review", "record", "capture", "dpia", "x", "--file", "/nowhere/x", "--signer", "Ann")).Err
                    .Replace("\n", " ", StringComparison.Ordinal),
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_pause_takes_over_what_the_review_laid_down()
    {
        await Done("review", "enter", "capture", "Capture", "--people-data", "yes");
        await Done("review", "record", "capture", "people-data", "March.pdf", "--sha256",
            new string('a', 64), "--signer", "Ann", "--signed-on", "2026-03-09", "--outcome",
            "approved-with-conditions", "--conditions", "All may opt out", "--conditions", "One team reads it");
        await Done("pause", "propose", "p", "--target", "Capture", "--scope", "everything", "--reason", "Open",
            "--review-by", DateTimeOffset.UtcNow.AddDays(1).ToString("O"), "--targets", "program:capture");

        await Done("pause", "take-over", "p", "capture", "1", "--conditions", "2", "--reason", "The review asks for it");

        Assert.Contains("One team reads it", await Done("pause", "show", "p"), StringComparison.Ordinal);
    }
}
