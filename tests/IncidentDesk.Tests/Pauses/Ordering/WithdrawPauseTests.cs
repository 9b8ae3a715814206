using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;

namespace IncidentDesk.Tests.Pauses.Ordering;

public sealed class WithdrawPauseTests : PauseTest
{
    [Fact]
    public async Task A_proposal_can_be_withdrawn_with_a_reason()
    {
        await Done(Proposal());

        Assert.True((await Do(new WithdrawPause { Key = Key, Reason = "The wrong program" }, Second)).Done);

        var pause = await ThePause();
        Assert.Equal((PauseState.Withdrawn, Now, "The wrong program"), (pause.State, pause.EndedAt, pause.History[^1].Text));
    }

    [Fact]
    public async Task An_ordered_pause_is_only_ended_by_resuming()
    {
        await Ordered();

        Assert.Equal(new Pause.EndsByResuming(Key), (await Do(new WithdrawPause { Key = Key, Reason = "No longer wanted" })).Refusal);
        Assert.True((await ThePause()).IsInForce);
    }

    [Fact]
    public async Task What_is_withdrawn_cannot_be_withdrawn_again()
    {
        await Withdrawn();

        Assert.Equal(new Pause.Over(Key, "withdrawn"), (await Do(new WithdrawPause { Key = Key, Reason = "Once more" })).Refusal);
    }

    [Fact]
    public async Task Withdrawing_without_a_reason_is_refused()
    {
        await Done(Proposal());

        Assert.Equal(["reason"], Assert.IsType<Refusal.Invalid>((await Do(new WithdrawPause { Key = Key })).Refusal).Fields.Keys);
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_withdraw_it() =>
        OnlyForThoseWhoMay(key => new WithdrawPause { Key = key, Reason = "No" });
}
