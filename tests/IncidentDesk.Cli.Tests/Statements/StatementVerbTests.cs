namespace IncidentDesk.Cli.Tests.Statements;

public sealed class StatementVerbTests : CliTest
{
    [Fact]
    public async Task A_statement_is_drafted_revised_and_what_went_out_recorded()
    {
        await Done("declare", "Tables open to everyone");

        Assert.StartsWith("Statement S1 of INC-1 is drafted",
            await Done("statement", "draft", "1", "affected-people"), StringComparison.Ordinal);
        await Done("statement", "revise", "1", "S1", "We do not know yet.", "--note", "Short");
        Assert.StartsWith("Version 2 of S1 is recorded as published, letter",
            await Done("statement", "publish", "1", "S1", "2", "letter"), StringComparison.Ordinal);
        Assert.Contains("affected-people", await Done("statement", "list", "1"), StringComparison.Ordinal);
        Assert.Contains("We do not know yet.", await Done("statement", "show", "1", "S1"), StringComparison.Ordinal);
        Assert.Equal(Exit.NotFound, (await Run("statement", "show", "1", "S9")).Code);
    }

    [Fact]
    public async Task Tasks_of_the_playbook_are_listed_and_settled()
    {
        await Done("declare", "Tables readable by everyone");

        Assert.Contains("stop-the-access", await Done("task", "list", "1"), StringComparison.Ordinal);
        Assert.StartsWith("stop-the-access of INC-1 is now done",
            await Done("task", "settle", "1", "stop-the-access", "done"), StringComparison.Ordinal);
        Assert.Contains("internal-data-exposure", await Done("playbook", "list"), StringComparison.Ordinal);
    }
}
