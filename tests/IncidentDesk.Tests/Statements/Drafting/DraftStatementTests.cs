using IncidentDesk.Assets.Linking;
using IncidentDesk.Incidents;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;
using IncidentDesk.Statements.Events;
using IncidentDesk.Tests.Assets;

namespace IncidentDesk.Tests.Statements.Drafting;

public sealed class DraftStatementTests : StatementTest
{
    [Fact]
    public async Task A_draft_is_filled_from_the_facts_and_writes_unknowns_as_unknowns()
    {
        var number = await Incident();

        var outcome = await Do(new DraftStatement { Incident = number, Audience = Audience.Press }, Comms);

        Assert.Equal("S1", outcome.Value!.Statement);
        var text = (await TheStatement()).Latest.Text;
        Assert.Contains("Reference: INC-1", text, StringComparison.Ordinal);
        Assert.Contains("Noticed: not known yet", text, StringComparison.Ordinal);
        Assert.Contains("We do not yet know which data could be accessed, or whether anyone accessed it.", text, StringComparison.Ordinal);
        Assert.EndsWith("As known at 12 Jun 2026, 03:10 UTC.\n", text, StringComparison.Ordinal);
        Assert.Equal(new StatementDrafted("S1", Audience.Press, text), (await TimelineOf(number))[^1]);
    }

    [Fact]
    public async Task A_draft_says_how_much_is_concerned_and_that_nobody_knows_yet_who_looked()
    {
        await Done(Catalogue.Import(Catalogue.Hive(3) + "hive://warehouse/view,view,,,,\n"), Admin);
        var number = await Incident();
        await Done(new LinkAssets
        {
            Incident = number, Pattern = "hive://warehouse/*", ExposedFrom = Now.AddDays(-90), ExposedTo = Now.AddHours(-1)
        });
        await Done(new SetExposure { Incident = number, Keys = ["hive://warehouse/view"], Disclosure = Disclosure.NotEvidenceAtHand });

        await Do(new DraftStatement { Incident = number, Audience = Audience.Board }, Comms);

        var text = (await TheStatement()).Latest.Text;
        Assert.Contains("- Data holdings concerned: 4\n- Kinds of holding: table (3), view (1)\n", text, StringComparison.Ordinal);
        Assert.Contains("- Could be opened from: 14 Mar 2026, 03:10 UTC\n- Could be opened until: 12 Jun 2026, 02:10 UTC\n",
            text, StringComparison.Ordinal);
        Assert.Contains(
            "We do not yet know whether anyone accessed the data: this is still to be determined for 3 of 4 data holdings.",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_are_counted_in_each_incident()
    {
        await Drafted();
        await Drafted();

        var third = await Do(new DraftStatement { Incident = 1, Audience = Audience.Board }, Leader);

        Assert.Equal("S2", third.Value!.Statement);
        Assert.Equal(["S1 Press", "S2 Board"],
            (await Read((db, _) => StatementQueries.Of(db, 1, RightNow))).Select(s => $"{s.Id} {s.Audience}"));
    }

    [Fact]
    public async Task A_text_of_ones_own_takes_the_place_of_the_template()
    {
        await Drafted();

        Assert.Equal((1, "The program is paused.", "Cleo Comms"),
            ((await TheStatement()).Latest.Number, (await TheStatement()).Latest.Text, (await TheStatement()).Latest.By));
    }

    [Fact]
    public async Task An_unknown_audience_is_refused()
    {
        var outcome = await Do(new DraftStatement { Incident = await Incident(), Audience = (Audience)9 }, Comms);

        Assert.Equal(["audience"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys);
    }

    [Fact]
    public Task Only_those_who_write_statements_and_see_the_incident_can_draft() =>
        OnlyForThoseWhoMay(number => new DraftStatement { Incident = number, Audience = Audience.Staff }, Responder);

    [Fact]
    public async Task No_query_shows_a_stranger_the_statements_of_a_private_incident()
    {
        var number = await Drafted(visibility: Visibility.Private);

        Assert.Single(await Read((db, _) => StatementQueries.Of(db, number, RightNow), Comms));
        Assert.Empty(await Read((db, _) => StatementQueries.Of(db, number, RightNow), Stranger));
        Assert.Empty(await Read((db, _) => StatementQueries.Of(db, number, At(Now)), Stranger));
        Assert.Null(await Read((db, _) => StatementQueries.At(db, number, "S1", RightNow), Stranger));
    }
}
