using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Participating;

namespace IncidentDesk.Tests.Incidents.Merging;

public sealed class MergeIncidentTests : IncidentTest
{
    static MergeIncident Merge(int number, int into) => new() { Incident = number, Into = into, Reason = "Same rollout" };

    [Fact]
    public async Task Both_numbers_answer_and_each_timeline_says_what_became_of_it()
    {
        var (same, other) = (await Declare(), await Declare());

        Assert.Equal(2, (await Do(Merge(same, other))).Value!.Value);

        Assert.Equal(other, (await State(same)).MergedInto);
        Assert.Equal([same], (await State(other)).Absorbed);
        Assert.Equal(new IncidentMerged(other, "Same rollout"), (await TimelineOf(same))[^1]);
        Assert.Equal(new IncidentAbsorbed(same, "Same rollout"), (await TimelineOf(other))[^1]);
    }

    [Fact]
    public async Task A_merged_incident_takes_nothing_and_says_where_to_go()
    {
        var merged = await DeclareMerged();

        var refusal = (await Do(new PostUpdate { Incident = merged, Text = "Lost?" })).Refusal;

        Assert.Equal(new Incident.MergedElsewhere(merged, merged + 1), refusal);
        Assert.Contains($"INC-{merged + 1}", refusal!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_it_leaves_both_as_they_were_and_the_record_of_both_longer()
    {
        var merged = await DeclareMerged();

        Assert.True((await Do(new UnmergeIncident { Incident = merged, Reason = "Two causes after all" })).Done);

        Assert.Null((await State(merged)).MergedInto);
        Assert.Empty((await State(merged + 1)).Absorbed);
        Assert.Equal(new IncidentUnmerged(merged + 1, "Two causes after all"), (await TimelineOf(merged))[^1]);
        Assert.Equal(new IncidentReleased(merged, "Two causes after all"), (await TimelineOf(merged + 1))[^1]);
        Assert.True((await Do(new PostUpdate { Incident = merged, Text = "On its own again" })).Done);
    }

    [Fact]
    public async Task No_circle_can_be_made()
    {
        var merged = await DeclareMerged();
        var third = await Declare();

        Assert.Equal(new Incident.MergedIntoItself(third), (await Do(Merge(third, third))).Refusal);
        Assert.Equal(new Incident.TargetMergedElsewhere(merged, merged + 1), (await Do(Merge(merged + 1, merged))).Refusal);
        Assert.Equal(new Incident.MergedElsewhere(merged, merged + 1), (await Do(Merge(merged, third))).Refusal);
    }

    [Fact]
    public async Task A_closed_incident_may_turn_out_to_be_the_same_but_takes_no_other_in()
    {
        var (closed, open) = (await DeclareClosed(), await Declare());

        Assert.Equal(new Incident.IsClosed(closed), (await Do(Merge(open, closed))).Refusal);
        Assert.True((await Do(Merge(closed, open))).Done);
    }

    [Fact]
    public async Task An_open_incident_never_points_at_a_private_one_nor_back()
    {
        var (open, hidden) = (await Declare(), await Declare(visibility: Visibility.Private));

        Assert.Equal(new Incident.VisibilitiesDiffer(open, Visibility.Open, hidden, Visibility.Private),
            (await Do(Merge(open, hidden))).Refusal);
        Assert.Equal(new Incident.VisibilitiesDiffer(hidden, Visibility.Private, open, Visibility.Open),
            (await Do(Merge(hidden, open))).Refusal);
    }

    [Fact]
    public async Task What_is_real_does_not_disappear_into_a_drill()
    {
        var (real, drill) = (await Declare(), await Declare(kind: IncidentKind.Drill));

        Assert.Equal(new Incident.DrillAndReal(real, drill), (await Do(Merge(real, drill))).Refusal);
    }

    [Fact]
    public async Task Whoever_cannot_see_the_other_one_hears_that_there_is_none()
    {
        var (open, hidden) = (await Declare(), await Declare(visibility: Visibility.Private));

        Assert.Equal(new Refusal.NotFound($"incident INC-{hidden}"), (await Do(Merge(open, hidden), Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("incident INC-4711"), (await Do(Merge(open, 4711), Stranger)).Refusal);
    }

    [Fact]
    public async Task Undoing_a_merge_writes_into_both_and_so_needs_both_to_be_seen()
    {
        var (from, into) = (await Declare(visibility: Visibility.Private), await Declare(visibility: Visibility.Private));
        await Done(new AddParticipant { Incident = from, Person = Second.Person });
        await Done(Merge(from, into));

        Assert.Equal(new Refusal.NotFound($"incident INC-{into}"), (await Do(new UnmergeIncident { Incident = from }, Second)).Refusal);
    }

    [Fact]
    public async Task What_is_not_merged_cannot_be_undone()
    {
        var number = await Declare();

        Assert.Equal(new Incident.NotMerged(number), (await Do(new UnmergeIncident { Incident = number })).Refusal);
    }

    [Fact]
    public Task Comms_does_not_merge() => NotFor(Comms, n => Merge(n, n + 1));

    [Fact]
    public Task Comms_does_not_undo_merges() => NotFor(Comms, n => new UnmergeIncident { Incident = n });

    [Fact]
    public Task A_private_incident_is_not_there_to_be_merged() => HiddenFromStrangers(n => Merge(n, 1));

    [Fact]
    public Task A_private_incident_is_not_there_to_be_separated() => HiddenFromStrangers(n => new UnmergeIncident { Incident = n });
}
