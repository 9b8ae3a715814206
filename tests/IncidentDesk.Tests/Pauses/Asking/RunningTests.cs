using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Asking;

/// <summary>A part that was resumed runs again only for those who name it.</summary>
public sealed class RunningTests : PauseTest
{
    async Task<AskedPause> PartResumed(params string[] targets)
    {
        var proposal = Proposal();
        proposal.Targets = [.. targets.Select(t => PauseTarget.Read(t)!)];
        await Done(proposal);
        await Done(new OrderPause { Key = Key });
        await Met();
        await Done(new ApproveResume { Key = Key, Reason = "This one is clean", Parts = [proposal.Targets[0]] }, Leader);
        await Done(new ResumePause { Key = Key }, Second);
        return (await Service<PauseRegister>().Now()).ByKey[Key];
    }

    Verdict Asked(AskedPause pause, params string[] names) =>
        pause.At(Clock.GetUtcNow(), new([.. names.Select(n => PauseTarget.Read(n)!)]));

    [Fact]
    public async Task It_runs_again_for_whoever_names_it_and_for_nobody_else()
    {
        var pause = await PartResumed("pipeline:clean-*", "pipeline:nightly-*", "asset:hive://warehouse/mci_*");

        Assert.Equal(Verdict.PartRuns, Asked(pause, "pipeline:clean-1"));
        Assert.Equal(Verdict.PartRuns, Asked(pause, "pipeline:clean-1", "pipeline:clean-2"));
        Assert.Equal(Verdict.Paused, pause.At(Clock.GetUtcNow(), Running.Unsaid));
        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:nightly-1"));
        Assert.Equal(Verdict.Paused, Asked(pause, "program:clean-1"));
        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:never-heard-of"));
    }

    [Fact]
    public async Task One_thing_among_many_that_is_still_paused_stops_all_of_them()
    {
        var pause = await PartResumed("pipeline:clean-*", "asset:hive://warehouse/mci_*");

        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:clean-1", "asset:hive://warehouse/mci_07"));
        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:clean-1", "pipeline:other"));
        Assert.Equal(Verdict.Paused, pause.At(Clock.GetUtcNow(), new([PauseTarget.Read("pipeline:clean-1")!], IsUnclear: true)));
    }

    [Fact]
    public async Task What_a_wider_target_still_reaches_stays_paused()
    {
        var pause = await PartResumed("pipeline:nightly-7", "pipeline:nightly-*");

        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:nightly-7"));
    }

    [Fact]
    public async Task A_pattern_a_name_without_end_or_a_list_without_end_is_no_name()
    {
        var pause = await PartResumed("pipeline:*", "asset:hive://warehouse/mci_*");

        Assert.Equal(Verdict.PartRuns, Asked(pause, "pipeline:any"));
        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:*"));
        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:an?"));
        Assert.Equal(Verdict.Paused, Asked(pause, "pipeline:" + new string('a', Running.Longest + 1)));
        Assert.Equal(Verdict.Paused, Asked(pause, [.. Enumerable.Range(0, Running.Most + 1).Select(i => $"pipeline:{i}")]));
    }

    [Fact]
    public async Task What_nobody_resumed_in_part_is_paused_whatever_is_named()
    {
        await Ordered();

        Assert.Equal(Verdict.Paused, Asked((await Service<PauseRegister>().Now()).ByKey[Key], "pipeline:clean-1"));
    }
}
