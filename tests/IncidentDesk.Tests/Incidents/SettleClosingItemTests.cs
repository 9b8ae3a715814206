using IncidentDesk.Incidents;

namespace IncidentDesk.Tests.Incidents;

public sealed class SettleClosingItemTests : IncidentTest
{
    static SettleClosingItem Command(int number, ClosingItem item, Settlement state, string? reason = null) =>
        new() { Incident = number, Item = item, State = state, Reason = reason };

    [Fact]
    public async Task Who_settled_what_when_and_why_is_kept()
    {
        var number = await Declare();

        await Do(Command(number, ClosingItem.AccessReview, Settlement.Waived, "No log was ever written"), Leader);

        Assert.Equal(new Settled(ClosingItem.AccessReview, Settlement.Waived, "Lou Leader", "No log was ever written", Now),
            Assert.Single((await State(number)).Closing));
        Assert.Equal("Access review waived: No log was ever written", (await TimelineOf(number))[^1].Sentence());
    }

    [Fact]
    public async Task What_was_done_can_be_found_open_again()
    {
        var number = await Declare();
        await Done(Command(number, ClosingItem.Containment, Settlement.Done));

        await Do(Command(number, ClosingItem.Containment, Settlement.Open));

        Assert.Contains(ClosingItem.Containment, (await State(number)).OpenItems);
    }

    [Fact]
    public async Task A_waiver_without_a_reason_is_refused() => Assert.Equal(["reason"], Assert.IsType<Refusal.Invalid>(
        (await Do(Command(await Declare(), ClosingItem.Containment, Settlement.Waived))).Refusal).Fields.Keys);

    [Fact]
    public async Task Whether_the_law_was_met_is_not_said_by_a_responder_nor_by_an_administrator()
    {
        var number = await Declare();

        foreach (var who in new[] { Responder, await Person("Ali Admin", IncidentDesk.Roles.Administrator) })
            Assert.Equal(new Incident.NotYoursToSettle(ClosingItem.NotificationDecisions, Settlement.Done, "privacy"),
                (await Do(Command(number, ClosingItem.NotificationDecisions, Settlement.Done), who)).Refusal);
        Assert.True((await Do(Command(number, ClosingItem.NotificationDecisions, Settlement.Done), Privacy)).Done);
    }

    [Fact]
    public async Task Leadership_may_waive_a_review_and_not_call_it_done() => Assert.IsType<Incident.NotYoursToSettle>(
        (await Do(Command(await Declare(), ClosingItem.AccessReview, Settlement.Done), Leader)).Refusal);

    [Fact]
    public async Task Settling_it_the_same_way_again_is_refused() =>
        Assert.Equal(new Incident.SettledSo(ClosingItem.Containment, Settlement.Open),
            (await Do(Command(await Declare(), ClosingItem.Containment, Settlement.Open))).Refusal);

    [Fact]
    public Task Comms_settles_nothing() => NotFor(Comms, n => Command(n, ClosingItem.Containment, Settlement.Done));

    [Fact]
    public Task A_private_incident_is_not_there_to_be_settled() =>
        HiddenFromStrangers(n => Command(n, ClosingItem.Containment, Settlement.Done));
}
