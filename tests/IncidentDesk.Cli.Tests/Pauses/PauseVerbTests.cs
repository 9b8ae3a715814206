<<<<<<< HEAD
using System.Globalization;
using IncidentDesk.Cli.Kit;

=======
>>>>>>> 7b1f3b7 (Pauses, statements and tasks from the terminal)
namespace IncidentDesk.Cli.Tests.Pauses;

public sealed class PauseVerbTests : CliTest
{
<<<<<<< HEAD
    static string Tomorrow => DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [Fact]
    public async Task One_person_pauses_and_two_resume()
    {
        var second = await Somebody("sam", "responder");
        await Done("pause", "propose", "mci-program", "--target", "Keystroke capture", "--scope", "everything", "--mode", "kill", "--reason", "Open to everyone", "--review-by", Tomorrow);
        Assert.StartsWith("mci-program is paused", await Done("pause", "order", "mci-program"), StringComparison.Ordinal);
        await Done("pause", "approve-resume", "mci-program", "--reason", "Fixed");

        var alone = await Run("pause", "resume", "mci-program");
        Assert.NotEqual(Exit.Done, alone.Code);
        Assert.Contains("another person has to resume it", alone.Err.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Exit.Done, (await Run(["pause", "resume", "mci-program"], second)).Code);
        Assert.Contains("resumed", await Done("pause", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_no_pause_of_a_private_incident()
    {
        var stranger = await Somebody("stig", "responder");
        await Done("declare", "Somebody read the diary", "--visibility", "private");
        await Done("pause", "propose", "hidden", "--target", "Diaries", "--scope", "everything", "--reason", "Open", "--incident", "1", "--review-by", Tomorrow);

        var hidden = await Run(["pause", "order", "hidden"], stranger);
        var missing = await Run(["pause", "order", "never"], stranger);

        Assert.Equal(missing.Code, hidden.Code);
        Assert.Equal(missing.Err.Replace("never", "hidden", StringComparison.Ordinal), hidden.Err);
        Assert.Equal("None.", (await Run(["pause", "list"], stranger)).Out.Trim());
=======
    static readonly string[] Propose =
    [
        "pause", "propose", "mci", "--target", "Logging of staff", "--scope", "everything", "--mode", "block-new", "--reason", "Rules are wrong.",
        "--conditions", "Access review done", "--conditions", "Council heard", "--incident", "INC-1", "--review-by",
    ];

    static string Tomorrow => Instants.Write(DateTimeOffset.UtcNow.AddDays(1));

    [Fact]
    public async Task One_person_pauses_and_another_is_needed_to_resume()
    {
        await Done("declare", "Tables open");
        var second = await Somebody("second", "responder");
        Assert.Equal("The pause mci is proposed. Nothing stops until it is ordered: pause order mci\n", await Done([.. Propose, Tomorrow]));
        Assert.StartsWith("mci is paused ", await Done("pause", "order", "mci", "--authority", "The CTO"), StringComparison.Ordinal);
        Assert.Contains("it stays paused until another person resumes it", await Done("pause", "approve-resume", "mci", "--reason", "Conditions are met."), StringComparison.Ordinal);

        var alone = await Run("pause", "resume", "mci");
        var both = await Run(["pause", "resume", "mci"], second);

        Assert.Equal((Exit.Refused, ""), (alone.Code, alone.Out));
        Assert.Contains("another person has to resume it", alone.Err, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, both.Code);
        Assert.StartsWith("mci is resumed ", both.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_listed_and_shown_with_its_conditions()
    {
        await Done("declare", "Tables open");
        await Done([.. Propose, Tomorrow]);

        Assert.Matches(@"^key +state +mode +target .*\nmci +proposed +block-new +Logging of staff ", await Done("pause", "list", "--state", "proposed"));
        Assert.Contains("  Council heard\n", await Done("pause", "show", "mci"), StringComparison.Ordinal);
        Assert.Equal("None.\n", await Done("pause", "list", "--state", "resumed"));
    }

    [Fact]
    public async Task A_review_without_an_offset_is_refused_before_anything_is_sent()
    {
        var said = await Run([.. Propose, "2026-06-12T05:10"]);

        Assert.Equal(Exit.Invalid, said.Code);
        Assert.Contains("  --review-by: " + Instants.Wanted, said.Err, StringComparison.Ordinal);
>>>>>>> 7b1f3b7 (Pauses, statements and tasks from the terminal)
    }
}
