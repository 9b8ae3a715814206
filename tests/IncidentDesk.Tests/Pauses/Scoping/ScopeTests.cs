using IncidentDesk.Assets.Evidence;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Scoping;

namespace IncidentDesk.Tests.Pauses.Scoping;

public sealed class ScopeTests : PauseTest
{
    static readonly PauseTarget Program = new(PauseTargetKind.Program, "capture"),
        Nightly = new(PauseTargetKind.Pipeline, "nightly-*"), Tables = new(PauseTargetKind.Asset, "hive://w/mci_*");

    static ProposePause Reaching(string key, params PauseTarget[] targets)
    {
        var proposal = Proposal(key);
        proposal.Targets = [.. targets];
        proposal.Conditions = [];
        return proposal;
    }

    [Fact]
    public async Task Pauses_that_reach_the_same_are_pointed_out_and_both_stand()
    {
        await Done(Reaching("first", Program, Tables));

        var second = await Do(Reaching("second", new PauseTarget(PauseTargetKind.Asset, "*mci_07.events")));
        var third = await Do(Reaching("third", new PauseTarget(PauseTargetKind.Pipeline, "capture")));

        Assert.Equal(["first"], second.Value!.Overlaps);
        Assert.Empty(third.Value!.Overlaps);
    }

    [Theory]
    [InlineData("a*", "*b", true), InlineData("nightly-*", "nightly-eu", true),
        InlineData("a?c", "abc", true), InlineData("a?c", "ac", false)]
    [InlineData("abc", "abd", false), InlineData("*", "", true), InlineData("a*b*c", "axxbyyc", true), InlineData("a*b", "b*a", false)]
    public void Patterns_meet_when_some_name_fits_both(string a, string b, bool meet)
    {
        var (one, other) = (new PauseTarget(PauseTargetKind.Asset, a), new PauseTarget(PauseTargetKind.Asset, b));
        Assert.Equal((meet, meet), (one.Meets(other), other.Meets(one)));
        Assert.False(one.Meets(other with { Kind = PauseTargetKind.Program }));
    }

    [Fact]
    public async Task A_part_is_resumed_by_two_and_the_rest_stays_paused()
    {
        await Done(Reaching(Key, Program, Nightly, Tables));
        await Done(new IncidentDesk.Pauses.Ordering.OrderPause { Key = Key });

        Assert.True((await Do(new ApproveResume { Key = Key, Reason = "The nightly job holds no keys", Parts = [Nightly] }, Leader)).Done);
        Assert.IsType<Pause.SecondPersonNeeded>((await Do(new ResumePause { Key = Key }, Leader)).Refusal);
        Assert.True((await Do(new ResumePause { Key = Key }, Second)).Done);

        var pause = await ThePause();
        Assert.Equal((PauseState.Ordered, true), (pause.State, pause.IsInForce));
        Assert.Equal([Program, Tables], pause.Targets);
        Assert.Equal([Nightly], pause.ResumedParts);
        Assert.Null(pause.Approval);
        Assert.Equal(new Pause.ApprovalMissing(Key), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
    }

    [Fact]
    public async Task A_part_that_is_none_is_refused_and_all_parts_are_the_whole()
    {
        await Done(Reaching(Key, Program, Nightly));
        await Done(new IncidentDesk.Pauses.Ordering.OrderPause { Key = Key });

        Assert.Equal(
            new Pause.NoSuchPart(Key, "asset:hive://w/mci_*", "program:capture, pipeline:nightly-*"),
            (await Do(new ApproveResume { Key = Key, Reason = "x", Parts = [Tables] }, Leader)).Refusal);
        await Done(new ApproveResume { Key = Key, Reason = "Fixed", Parts = [Nightly, Program] }, Leader);
        await Done(new ResumePause { Key = Key }, Second);
        Assert.True((await ThePause()).IsOver);
    }

    [Fact]
    public async Task Widening_and_another_mode_end_the_approval()
    {
        await Approved();
        Assert.True(
            (await Do(new WidenPause { Key = Key, Targets = [Nightly], Scope = "everybody", Reason = "It reads the same tables" })).Done);
        Assert.Equal((PauseState.Ordered, "everybody"), ((await ThePause()).State, (await ThePause()).Scope));
        Assert.Equal(new Pause.SameScope(Key), (await Do(new WidenPause { Key = Key, Targets = [Nightly], Reason = "Again" })).Refusal);

        await Done(new ApproveResume { Key = Key, Reason = "Fixed" }, Leader);
        Assert.True((await Do(new ChangePauseMode { Key = Key, Mode = PauseMode.Drain, Reason = "Finish the batch" })).Done);
        Assert.Equal((null, PauseMode.Drain), ((await ThePause()).Approval, (await ThePause()).Mode));
        Assert.Equal(new Pause.SameMode(Key, "drain"),
            (await Do(new ChangePauseMode { Key = Key, Mode = PauseMode.Drain, Reason = "x" })).Refusal);
    }

    [Fact]
    public async Task One_person_narrows_a_proposal_but_nothing_that_is_in_force()
    {
        await Done(Reaching(Key, Program, Nightly));

        Assert.True((await Do(new NarrowPause { Key = Key, Targets = [Nightly], Reason = "Not concerned" })).Done);
        Assert.Equal([Program], (await ThePause()).Targets);
        await Done(new IncidentDesk.Pauses.Ordering.OrderPause { Key = Key });
        Assert.Equal(new Pause.NarrowsByResuming(Key),
            (await Do(new NarrowPause { Key = Key, Targets = [Program], Reason = "Alone" })).Refusal);
    }

    [Fact]
    public async Task What_it_costs_is_a_text_and_a_figure_that_is_actual_an_estimate_or_unknown()
    {
        await Ordered();
        Assert.True((await Do(new StateCost
        {
            Key = Key, Text = "Training waits", Figure = 40_000, Unit = "EUR", Per = "a day", Certainty = Certainty.Estimate
        })).Done);
        Assert.Equal("Training waits (40,000 EUR a day, estimate)", (await ThePause()).Cost!.Say());
        Assert.Equal(["figure", "text"],
            Assert.IsType<Refusal.Invalid>((await Do(new StateCost { Key = Key, Certainty = Certainty.Actual })).Refusal).Fields.Keys
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_widen() =>
        OnlyForThoseWhoMay(key => new WidenPause { Key = key, Targets = [Program], Reason = "x" });

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_narrow() =>
        OnlyForThoseWhoMay(key => new NarrowPause { Key = key, Targets = [Program], Reason = "x" });

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_change_the_mode() =>
        OnlyForThoseWhoMay(key => new ChangePauseMode { Key = key, Mode = PauseMode.Drain, Reason = "x" });

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_state_the_cost() =>
        OnlyForThoseWhoMay(key => new StateCost { Key = key, Text = "x" });
}
