using IncidentDesk.Statements;

namespace IncidentDesk.Tests.Statements;

public sealed class ReviseStatementTests : StatementTest
{
    static ReviseStatement To(string text, int? after = null) =>
        new() { Incident = 1, Statement = "S1", Text = text, After = after, Note = "Legal asked for it" };

    [Fact]
    public async Task A_new_version_leaves_the_one_before_readable()
    {
        await Drafted();

        Assert.True((await Do(To("The program is paused.\r\nWe look into it.", after: 1), Privacy)).Done);

        var statement = await TheStatement();
        Assert.Equal([(1, "The program is paused.", "Cleo Comms", null),
            (2, "The program is paused.\nWe look into it.", "Pia Privacy", "Legal asked for it")],
            statement.Versions.Select(v => (v.Number, v.Text, v.By, v.Note)));
    }

    [Fact]
    public async Task Whoever_worked_on_an_older_version_is_told_who_wrote_since()
    {
        await Drafted();
        await Done(To("Two"), Privacy);

        Assert.Equal(new Statement.RevisedMeanwhile("S1", 1, 2, "Pia Privacy"), (await Do(To("Three", after: 1), Comms)).Refusal);
    }

    [Fact]
    public async Task The_same_text_again_no_text_and_an_unknown_statement_are_refused()
    {
        await Drafted();

        Assert.Equal(new Statement.SameText("S1", 1), (await Do(To("The program is paused."), Comms)).Refusal);
        Assert.Equal(["text"], Assert.IsType<Refusal.Invalid>((await Do(To(" "), Comms)).Refusal).Fields.Keys);
        Assert.Equal(new Refusal.NotFound("statement S9 of INC-1"),
            (await Do(new ReviseStatement { Incident = 1, Statement = "S9", Text = "x" }, Comms)).Refusal);
    }

    [Fact]
    public async Task The_versions_can_be_read_as_they_were_known_at_an_instant()
    {
        await Drafted();
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(To("Two"), Comms);

        Assert.Equal("Two", Assert.Single(await Read((db, _) => StatementQueries.Of(db, 1, RightNow))).Latest.Text);
        Assert.Equal("The program is paused.", Assert.Single(await Read((db, _) => StatementQueries.Of(db, 1, At(Now)))).Latest.Text);
    }

    [Fact]
    public Task Only_those_who_write_statements_and_see_the_incident_can_revise() =>
        OnlyForThoseWhoMay(number => new ReviseStatement { Incident = number, Statement = "S1", Text = "Two" }, Responder);
}
