using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;

namespace IncidentDesk.Tests.Incidents;

public sealed class ChangeStatusTests : IncidentTest
{
    static ChangeStatus To(int number, IncidentStatus status, string? reason = null) =>
        new() { Incident = number, Status = status, Reason = reason };

    [Fact]
    public async Task Steps_may_be_left_out_and_resolving_sets_its_time()
    {
        var number = await Declare();
        Clock.Advance(TimeSpan.FromHours(5));

        Assert.True((await Do(To(number, IncidentStatus.Resolved))).Done);

        var state = await State(number);
        Assert.Equal((IncidentStatus.Resolved, Now.AddHours(5)), (state.Status, state.ResolvedAt));
        Assert.Equal(new StatusChanged(IncidentStatus.Declared, IncidentStatus.Resolved), (await TimelineOf(number))[^1]);
    }

    [Fact]
    public async Task Resolving_keeps_a_time_that_somebody_had_set()
    {
        var number = await Declare();
        await Done(new SetMilestone { Incident = number, Milestone = Milestone.Resolved, At = Now.AddHours(-1) });

        await Do(To(number, IncidentStatus.Resolved));

        Assert.Equal(Now.AddHours(-1), (await State(number)).ResolvedAt);
    }

    [Fact]
    public async Task A_step_back_needs_a_reason_and_takes_the_time_of_resolution_with_it()
    {
        var number = await Declare();
        await Done(To(number, IncidentStatus.Resolved));

        Assert.Equal(new Incident.StepBackNeedsReason(IncidentStatus.Resolved, IncidentStatus.Investigating),
            (await Do(To(number, IncidentStatus.Investigating, " "))).Refusal);
        Assert.True((await Do(To(number, IncidentStatus.Investigating, "More tables turned up"))).Done);

        Assert.Null((await State(number)).ResolvedAt);
    }

    [Fact]
    public async Task Closing_with_the_access_review_open_is_refused_and_says_so()
    {
        var number = await Declare();
        foreach (var item in Enum.GetValues<ClosingItem>().Where(i => i is not ClosingItem.AccessReview))
            await Done(new SettleClosingItem { Incident = number, Item = item, State = Settlement.Done }, Privacy);

        Assert.IsType<Incident.AccessReviewOpen>((await Do(To(number, IncidentStatus.Closed))).Refusal);
        Assert.True((await State(number)).IsOpen);
    }

    [Fact]
    public async Task Everything_that_is_open_is_named_at_once()
    {
        var refusal = (await Do(To(await Declare(), IncidentStatus.Closed))).Refusal;

        Assert.Equal("containment, access review, notification decisions, follow-up reports",
            Assert.IsType<Incident.ClosingGuardOpen>(refusal).Items);
    }

    [Fact]
    public async Task A_closed_incident_is_not_regraded_until_it_is_stepped_back()
    {
        var number = await DeclareClosed();
        var regrade = new ChangeSeverity { Incident = number, Severity = Severity.Sev0, Reason = "It was worse" };

        Assert.Equal(new Incident.IsClosed(number), (await Do(regrade)).Refusal);
        Assert.True((await Do(new PostUpdate { Incident = number, Text = "Something turned up" })).Done);
        await Do(To(number, IncidentStatus.Resolved, "Something turned up"));
        Assert.True((await Do(regrade)).Done);
    }

    [Fact]
    public async Task The_status_it_has_is_refused() =>
        Assert.Equal(new Incident.SameStatus(IncidentStatus.Declared), (await Do(To(await Declare(), IncidentStatus.Declared))).Refusal);

    [Fact]
    public Task Comms_does_not_move_an_incident_on() => NotFor(Comms, n => To(n, IncidentStatus.Contained));

    [Fact]
    public Task A_private_incident_is_not_there_to_be_moved_on() => HiddenFromStrangers(n => To(n, IncidentStatus.Contained));
}
