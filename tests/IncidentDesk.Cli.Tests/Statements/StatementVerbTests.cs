namespace IncidentDesk.Cli.Tests.Statements;

public sealed class StatementVerbTests : CliTest
{
    [Fact]
<<<<<<< HEAD
    public async Task A_statement_is_drafted_revised_and_what_went_out_recorded()
    {
        await Done("declare", "Tables open to everyone");

        Assert.StartsWith("Statement S1 of INC-1 is drafted", await Done("statement", "draft", "1", "affected-people"), StringComparison.Ordinal);
        await Done("statement", "revise", "1", "S1", "We do not know yet.", "--note", "Short");
        Assert.StartsWith("Recorded: version 2 of S1 went out, letter", await Done("statement", "publish", "1", "S1", "2", "letter"), StringComparison.Ordinal);
        Assert.Contains("affected-people", await Done("statement", "list", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_of_the_playbook_are_listed_and_settled()
    {
        await Done("declare", "Tables readable by everyone");

        Assert.Contains("stop-the-access", await Done("task", "list", "1"), StringComparison.Ordinal);
        Assert.StartsWith("stop-the-access of INC-1 is done now", await Done("task", "settle", "1", "stop-the-access", "done"), StringComparison.Ordinal);
        Assert.Contains("internal-data-exposure", await Done("playbook", "list"), StringComparison.Ordinal);
=======
    public async Task A_statement_is_drafted_revised_published_and_read()
    {
        await Done("declare", "Tables open");
        Assert.StartsWith("Statement S1 of INC-1 is drafted ", await Done("statement", "draft", "1", "staff"), StringComparison.Ordinal);
        var revised = await Run(["statement", "revise", "1", "S1", "-"], Token, input: "Access was shut at noon.\n\nWe do not know who looked.\n");
        Assert.Equal(Exit.Done, revised.Code);
        await Done("statement", "publish", "1", "S1", "2", "the intranet");

        var shown = await Done("statement", "show", "1", "S1");

        Assert.Contains("Access was shut at noon.", shown, StringComparison.Ordinal);
        Assert.Contains("the intranet", shown, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^S1 +staff", await Done("statement", "list", "1"));
        Assert.Equal(Exit.NotFound, (await Run("statement", "show", "1", "S9")).Code);
    }

    [Fact]
    public async Task A_task_is_added_and_settled()
    {
        await Done("declare", "Tables open");
        await Done("task", "add", "1", "Ask the council", "--due-at", "2026-06-12T03:10:00Z");

        var listed = await Done("task", "list", "1");
        var id = listed.Split('\n').Single(l => l.EndsWith("Ask the council", StringComparison.Ordinal)).Split(' ')[0];

        Assert.Matches($"{id} of INC-1 is done now", await Done("task", "settle", "1", id, "done"));
        Assert.NotEqual("None.\n", await Done("playbook", "list"));
>>>>>>> 7b1f3b7 (Pauses, statements and tasks from the terminal)
    }
}
