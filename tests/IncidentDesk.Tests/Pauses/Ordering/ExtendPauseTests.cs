using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Ordering;

public sealed class ExtendPauseTests : PauseTest
{
    static ExtendPause Later(string key = Key) => new() { Key = key, ReviewBy = Now.AddDays(9), Reason = "The log review takes longer" };

    [Fact]
    public async Task The_recheck_moves_and_the_pause_goes_on()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(3));

        Assert.True((await Do(Later(), Privacy)).Done);

        var pause = await ThePause();
        Assert.Equal((PauseState.Ordered, Now.AddDays(9), false), (pause.State, pause.ReviewBy, pause.IsOverdue(Clock.GetUtcNow())));
    }

    [Fact]
    public async Task An_approval_dies_when_the_pause_is_extended_after_it()
    {
        await Approved();

        await Done(Later());

        Assert.Equal(new Pause.ApprovalMissing(Key), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
        Assert.Equal((PauseState.Ordered, null), ((await ThePause()).State, (await ThePause()).Approval));
    }

    [Fact]
    public async Task A_proposal_stays_a_proposal_when_its_recheck_moves()
    {
        await Done(Proposal());

        await Do(Later());

        Assert.Equal((PauseState.Proposed, Now.AddDays(9)), ((await ThePause()).State, (await ThePause()).ReviewBy));
    }

    [Fact]
    public async Task The_same_time_again_is_refused_and_what_is_over_has_no_recheck()
    {
        await Ordered();
        await Withdrawn("other");
        var same = new ExtendPause { Key = Key, ReviewBy = Now.AddDays(2), Reason = "As before" };

        Assert.Equal(new Pause.SameReview(Key, "14 Jun 2026, 03:10 UTC"), (await Do(same)).Refusal);
        Assert.Equal(new Pause.Over("other", "withdrawn"), (await Do(Later("other"))).Refusal);
    }

    [Fact]
    public async Task A_recheck_in_the_past_or_without_a_reason_is_refused()
    {
        await Ordered();

        var outcome = await Do(new ExtendPause { Key = Key, ReviewBy = Now.AddDays(-1) });

        Assert.Equal(["reason", "reviewBy"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_extend_it() => OnlyForThoseWhoMay(Later);
}
