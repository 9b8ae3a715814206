using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Resuming;

public sealed class ApproveResumeTests : PauseTest
{
    [Fact]
    public async Task An_approval_names_its_giver_and_leaves_the_pause_in_force()
    {
        await Ordered();
        await Met();

        Assert.True((await Do(new ApproveResume { Key = Key, Reason = "All conditions are met" }, Leader)).Done);

        var pause = await ThePause();
        Assert.Equal((PauseState.ResumeApproved, true), (pause.State, pause.IsInForce));
        Assert.Equal(("Lou Leader", "All conditions are met"), (pause.Approval!.Name, pause.Approval.Text));
    }

    [Fact]
    public async Task While_a_condition_is_open_nobody_can_approve_and_each_one_is_named()
    {
        await Ordered();
        await Done(new SettleCondition { Key = Key, Condition = 1, Evidence = "Minutes of 12 June" });

        var refused = await Do(new ApproveResume { Key = Key, Reason = "Good enough" }, Leader);

        Assert.Equal(new Pause.ConditionsOpen(Key, "2. Reviews shown"), refused.Refusal);
    }

    [Fact]
    public async Task A_second_approval_is_refused_and_says_who_gave_the_first()
    {
        await Approved();

        var refused = await Do(new ApproveResume { Key = Key, Reason = "Me too" }, Second);

        Assert.Equal(new Pause.ApprovedAlready(Key, "Lou Leader", "12 Jun 2026, 03:10 UTC"), refused.Refusal);
    }

    [Fact]
    public async Task What_was_never_ordered_cannot_be_resumed()
    {
        await Done(Proposal());

        Assert.Equal(new Pause.NotInForce(Key), (await Do(new ApproveResume { Key = Key, Reason = "Fine" })).Refusal);
    }

    [Fact]
    public async Task A_pause_that_is_over_needs_no_approval()
    {
        await Withdrawn();

        Assert.Equal(new Pause.Over(Key, "withdrawn"), (await Do(new ApproveResume { Key = Key, Reason = "Fine" })).Refusal);
    }

    [Fact]
    public async Task An_approval_without_a_reason_is_refused()
    {
        await Ordered();

        Assert.Equal(["reason"], Assert.IsType<Refusal.Invalid>((await Do(new ApproveResume { Key = Key })).Refusal).Fields.Keys);
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_approve() =>
        OnlyForThoseWhoMay(key => new ApproveResume { Key = key, Reason = "Fine" });
}
