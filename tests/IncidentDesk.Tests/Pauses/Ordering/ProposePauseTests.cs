using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Events;

namespace IncidentDesk.Tests.Pauses.Ordering;

public sealed class ProposePauseTests : PauseTest
{
    [Fact]
    public async Task A_proposal_pauses_nothing_yet_and_stands_in_the_timeline()
    {
        var number = (await Incident()).Number;

        var outcome = await Do(Proposal(incident: number));

        Assert.Equal(Key, outcome.Value!.Key);
        Assert.IsType<PauseProposed>((await TimelineOf(number))[1]);
        var pause = await ThePause();
        Assert.Equal((PauseState.Proposed, false, "Remy Responder"), (pause.State, pause.IsInForce, Assert.Single(pause.History).Name));
        Assert.Equal(["Access rules reviewed", "Reviews shown"], pause.Conditions.Select(c => c.Text));
        Assert.Empty(await Read((db, _) => PauseQueries.InForce(db, RightNow)));
    }

    [Fact]
    public async Task A_merged_incident_sends_a_new_pause_to_where_work_goes_on()
    {
        var (same, other) = ((await Incident()).Number, (await Incident()).Number);
        await Done(new MergeIncident { Incident = same, Into = other });

        Assert.Equal(new Incident.MergedElsewhere(same, other), (await Do(Proposal(incident: same))).Refusal);
        Assert.True((await Do(Proposal(incident: other))).Done);
    }

    [Fact]
    public async Task A_pause_can_stand_without_an_incident_and_everybody_sees_it()
    {
        await Do(Proposal());

        Assert.NotNull(await Read((db, _) => PauseQueries.Find(db, Key), Stranger));
    }

    [Theory, InlineData(""), InlineData("no blanks"), InlineData("über"), InlineData("a/b"),
        InlineData(".."), InlineData("._:-"), InlineData("ends\n"), InlineData(null)]
    public async Task A_key_that_machines_could_not_ask_for_is_refused(string? key)
    {
        var outcome = await Do(Proposal(key!));

        Assert.Equal(["key"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys);
    }

    [Fact]
    public async Task What_is_missing_or_out_of_range_is_named_field_by_field()
    {
        var outcome = await Do(new IncidentDesk.Pauses.Ordering.ProposePause
        {
            Key = new('k', 101), Mode = (PauseMode)9, ReviewBy = Now, Conditions = [""]
        });

        Assert.Equal(
            ["conditions[0]", "key", "mode", "reason", "reviewBy", "scope", "target"],
            Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, InlineData(null), InlineData(0), InlineData(367)]
    public async Task A_recheck_must_lie_ahead_and_within_a_year(int? days)
    {
        var proposal = Proposal();
        proposal.ReviewBy = days is { } d ? Now.AddDays(d) : null;

        Assert.Equal(["reviewBy"], Assert.IsType<Refusal.Invalid>((await Do(proposal)).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_key_in_use_is_refused_with_the_state_of_its_pause()
    {
        await Ordered();

        Assert.Equal(new Pause.KeyTaken(Key, "ordered"), (await Do(Proposal())).Refusal);
    }

    [Fact]
    public async Task A_key_whose_pause_is_over_is_never_given_again()
    {
        await Withdrawn();

        Assert.Equal(new Pause.KeyTaken(Key, "withdrawn"), (await Do(Proposal())).Refusal);
    }

    [Fact]
    public async Task A_key_of_a_private_incident_is_taken_and_a_stranger_learns_nothing_more()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);

        var refusal = Assert.IsType<Pause.KeyTaken>((await Do(Proposal(), Stranger)).Refusal);

        Assert.Equal($"Nothing was saved. The key {Key} is already used. Each key is used only once; choose another.", refusal.Why);
        Assert.Null(await Read((db, _) => PauseQueries.Find(db, Key), Stranger));
    }

    [Fact]
    public async Task A_pause_cannot_be_tied_to_an_incident_that_is_missing_or_hidden()
    {
        var number = (await Incident(Visibility.Private)).Number;

        Assert.Equal(new Refusal.NotFound("incident INC-1"), (await Do(Proposal(incident: number), Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("incident INC-99"), (await Do(Proposal(incident: 99), Stranger)).Refusal);
    }

    [Fact]
    public async Task Whoever_may_not_pause_is_refused()
    {
        Assert.IsType<Refusal.NotFound>((await Do(Proposal(), Comms)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(Proposal(), Actor.Nobody)).Refusal);
        Assert.True((await Do(Proposal(), Privacy)).Done);
    }
}
