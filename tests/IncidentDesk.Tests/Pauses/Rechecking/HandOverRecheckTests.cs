using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Rechecking;

public sealed class HandOverRecheckTests : PauseTest
{
    HandOverRecheck ToLeader(string key = Key) => new() { Key = key, Person = Leader.Person, Reason = "On call next week" };

    [Fact]
    public async Task Whoever_ordered_it_rechecks_it_until_they_hand_that_over()
    {
        var number = (await Incident()).Number;
        await Ordered(incident: number);
        Assert.Equal(new Rechecker(Responder.Person, "Remy Responder"), (await ThePause()).Reviewer);

        Assert.True((await Do(ToLeader())).Done);

        Assert.Equal(new Rechecker(Leader.Person, "Lou Leader"), (await ThePause()).Reviewer);
        Assert.Equal(new RecheckHandedOver(Key, Leader.Person, "Lou Leader", "Remy Responder", "On call next week"),
            (await TimelineOf(number))[^1]);
        Assert.Equal("re-check handed over to Lou Leader", (await ThePause()).History[^1].What);
    }

    [Fact]
    public async Task A_decider_from_outside_rechecks_it_by_name_and_a_proposal_has_nobody()
    {
        await Done(Proposal());
        Assert.Null((await ThePause()).Reviewer);

        await Done(new OrderPause { Key = Key, Decider = "Head of data" });

        Assert.Equal(new Rechecker(null, "Head of data"), (await ThePause()).Reviewer);
    }

    [Fact]
    public async Task Who_took_it_before_it_was_ordered_keeps_it_and_is_named_when_it_is_overdue()
    {
        await Done(Proposal());
        await Done(ToLeader());
        await Done(new OrderPause { Key = Key, Decider = "Head of data" });
        Clock.Advance(TimeSpan.FromDays(2));
        await Done(new RemindOfRecheck { Key = Key }, Actor.System);

        Assert.StartsWith("The re-check of the pause mci-program (Keystroke capture) by Lou Leader was due",
            await LastSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_it_over_leaves_an_approval_as_it_is()
    {
        await Approved();
        await Done(ToLeader());

        Assert.Equal(PauseState.ResumeApproved, (await ThePause()).State);
        Assert.True((await Do(new ResumePause { Key = Key })).Done);
        Assert.Equal(new Pause.Over(Key, "resumed"), (await Do(ToLeader())).Refusal);
    }

    [Fact]
    public async Task Only_somebody_who_can_see_it_and_move_it_takes_over_the_recheck()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);

        Assert.Equal(new Pause.ReviewerSeesNothing("Lou Leader"), (await Do(ToLeader())).Refusal);
        await Done(new AddParticipant { Incident = number, Person = Leader.Person });
        Assert.True((await Do(ToLeader())).Done);
        Assert.Equal(new Pause.ReviewsAlready(Key, "Lou Leader"), (await Do(ToLeader())).Refusal);

        await Ordered("open");
        Assert.IsType<Pause.ReviewerWithoutRole>(
            (await Do(new HandOverRecheck { Key = "open", Person = Comms.Person, Reason = "x" })).Refusal);
        Assert.Equal(["person"], Assert.IsType<Refusal.Invalid>(
            (await Do(new HandOverRecheck { Key = "open", Person = Guid.NewGuid(), Reason = "x" })).Refusal).Fields.Keys);
        Assert.Equal(["reason"],
            Assert.IsType<Refusal.Invalid>((await Do(new HandOverRecheck { Key = "open", Person = Leader.Person })).Refusal).Fields.Keys);
    }

    [Fact]
    public Task Only_those_hand_it_over_who_work_on_pauses() => OnlyForThoseWhoMay(key => ToLeader(key));
}
