using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Ordering;

public sealed class OrderPauseTests : PauseTest
{
    [Fact]
    public async Task The_person_who_proposed_it_may_order_it_alone()
    {
        await Done(Proposal());

        var outcome = await Do(new OrderPause { Key = Key, Authority = "Chief Technology Officer" });

        Assert.True(outcome.Done);
        var pause = Assert.Single(await Read((db, _) => PauseQueries.InForce(db, RightNow)));
        Assert.Equal((PauseState.Ordered, Now, "Chief Technology Officer"), (pause.State, pause.OrderedAt, pause.Authority));
        Assert.Equal(["proposed", "ordered"], pause.History.Select(h => h.What));
    }

    [Fact]
    public async Task A_pause_that_took_effect_earlier_is_recorded_with_its_own_time()
    {
        await Done(Proposal());

        await Do(new OrderPause { Key = Key, HappenedAt = Now.AddHours(-3) });

        Assert.Equal(Now.AddHours(-3), (await ThePause()).OrderedAt);
    }

    [Fact]
    public async Task It_cannot_have_taken_effect_in_the_future()
    {
        await Done(Proposal());

        var outcome = await Do(new OrderPause { Key = Key, HappenedAt = Now.AddHours(1) });

        Assert.Equal(["happenedAt"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_pause_ordered_for_later_says_from_when_it_is_in_force()
    {
        await Done(Proposal());

        Assert.True((await Do(new OrderPause { Key = Key, Decider = "Head of data", EffectiveAt = Now.AddHours(2) })).Done);

        var pause = await ThePause();
        Assert.Equal("ordered, in force from 12 Jun 2026, 05:10 UTC", pause.StatusAt(Now));
        Assert.Equal((false, true, "Head of data"), (pause.IsEffective(Now), pause.IsEffective(Now.AddHours(2)), pause.Decider));
        Assert.Equal("ordered", pause.StatusAt(Now.AddHours(3)));
    }

    [Fact]
    public async Task It_cannot_be_ordered_for_a_time_that_has_passed_or_for_two_times()
    {
        await Done(Proposal());

        Assert.Equal(["effectiveAt"],
            Assert.IsType<Refusal.Invalid>((await Do(new OrderPause { Key = Key, EffectiveAt = Now.AddHours(-1) })).Refusal).Fields.Keys);
        Assert.Equal(["happenedAt"], Assert.IsType<Refusal.Invalid>(
            (await Do(new OrderPause { Key = Key, EffectiveAt = Now.AddHours(1), HappenedAt = Now })).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task Ordering_twice_is_refused_and_says_since_when_it_is_in_force()
    {
        await Ordered();
        Assert.Equal(new Pause.InForce(Key, "12 Jun 2026, 03:10 UTC"), (await Do(new OrderPause { Key = Key }, Second)).Refusal);

        await Met();
        await Done(new ApproveResume { Key = Key, Reason = "Fixed" });
        Assert.IsType<Pause.InForce>((await Do(new OrderPause { Key = Key }, Second)).Refusal);
    }

    [Fact]
    public async Task A_withdrawn_proposal_cannot_be_ordered()
    {
        await Withdrawn();

        Assert.Equal(new Pause.Over(Key, "withdrawn"), (await Do(new OrderPause { Key = Key })).Refusal);
    }

    [Fact]
    public async Task A_missed_recheck_leaves_it_paused_and_says_overdue()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(30));

        var pause = await ThePause();

        Assert.True(pause.IsInForce);
        Assert.True(pause.IsOverdue(Clock.GetUtcNow()));
        Assert.False(pause.IsOverdue(Now));
        Assert.Equal("overdue, still paused", pause.StatusAt(Clock.GetUtcNow()));
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_order_it() => OnlyForThoseWhoMay(key => new OrderPause { Key = key });
}
