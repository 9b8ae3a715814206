using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;

namespace IncidentDesk.Tests.Incidents;

public sealed class SetMilestoneTests : IncidentTest
{
    static SetMilestone Command(int number, Milestone milestone, DateTimeOffset? at) =>
        new() { Incident = number, Milestone = milestone, At = at };

    [Fact]
    public async Task All_four_can_be_set_back_in_time()
    {
        var number = await Declare();

        foreach (var milestone in Enum.GetValues<Milestone>())
            await Do(Command(number, milestone, Now.AddDays((int)milestone - 10)));

        var state = await State(number);
        Assert.Equal([Now.AddDays(-10), Now.AddDays(-9), Now.AddDays(-8), Now.AddDays(-7)],
            Enum.GetValues<Milestone>().Select(state.TimeOf));
    }

    [Fact]
    public async Task What_had_been_said_before_stays_in_the_record()
    {
        var number = await Declare();
        await Done(Command(number, Milestone.Started, Now.AddDays(-2)));

        await Do(new SetMilestone
        {
            Incident = number, Milestone = Milestone.Started, At = Now.AddDays(-3), Reason = "The rollout log says so."
        });

        Assert.Equal(new MilestoneSet(Milestone.Started, Now.AddDays(-3), Now.AddDays(-2), "The rollout log says so."),
            (await TimelineOf(number))[^1]);
        Assert.Equal("Recorded that it started at 9 Jun 2026, 03:10 UTC, not at 10 Jun 2026, 03:10 UTC: The rollout log says so.",
            (await TimelineOf(number))[^1].Sentence());
    }

    [Fact]
    public async Task Contradictions_are_taken_and_shown()
    {
        var number = await Declare();

        await Do(Command(number, Milestone.Resolved, Now.AddDays(-2)));
        Assert.True((await Do(Command(number, Milestone.Started, Now.AddDays(-1)))).Done);

        Assert.Equal(
            ["It is recorded as resolved (10 Jun 2026, 03:10 UTC) before it started (11 Jun 2026, 03:10 UTC).",
             "It is recorded as resolved (10 Jun 2026, 03:10 UTC), but its status is declared."], (await State(number)).Contradictions);
    }

    [Fact]
    public async Task A_time_to_come_and_no_time_at_all_are_refused()
    {
        var number = await Declare();

        foreach (var at in new DateTimeOffset?[] { Now.AddMinutes(5), null })
            Assert.Equal(["at"], Assert.IsType<Refusal.Invalid>((await Do(Command(number, Milestone.Detected, at))).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task The_same_instant_again_is_refused_however_its_zone_is_written()
    {
        var number = await Declare();
        await Done(Command(number, Milestone.Detected, Now));

        Assert.IsType<Incident.DatedSo>((await Do(Command(number, Milestone.Detected, Now.ToOffset(TimeSpan.FromHours(2))))).Refusal);
    }

    [Fact]
    public async Task A_closed_incident_still_takes_better_times() =>
        Assert.True((await Do(Command(await DeclareClosed(), Milestone.Started, Now.AddDays(-1)))).Done);

    [Fact]
    public Task Comms_does_not_set_times() => NotFor(Comms, n => Command(n, Milestone.Started, Now));

    [Fact]
    public Task A_private_incident_is_not_there_to_be_dated() => HiddenFromStrangers(n => Command(n, Milestone.Started, Now));
}
