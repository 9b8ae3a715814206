using IncidentDesk.Incidents.Participating;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;

namespace IncidentDesk.Tests.Incidents;

/// <summary>What an incident decides, without a desk around it.</summary>
public sealed class IncidentDecisionTests
{
    static readonly DateTimeOffset Three = new(2026, 6, 12, 3, 0, 0, TimeSpan.Zero);
    static readonly Guid Remy = Guid.NewGuid(), Sam = Guid.NewGuid();
    static readonly Caller By = new(Remy, "Remy", IncidentDesk.Roles.Responder, "test");
    static readonly Left Both = new(new HashSet<Guid> { Remy, Sam }, Remy);

    static Incident Incident(int number = 1) => new()
    {
        Number = number, Title = "Tables are open", Severity = Severity.Sev2, Kind = IncidentKind.Live, Visibility = Visibility.Open,
        DeclaredAt = Three, DeclaredBy = "Remy", Participants = [new(Remy, "Remy")],
    };

    static Incident Settled(params ClosingItem[] items) =>
        Incident() with { Closing = [.. items.Select(i => new Settled(i, Settlement.Done, "Pia", null, Three))] };

    [Theory]
    [InlineData(ClosingItem.Containment, typeof(Incident.ContainmentOpen), "Containment")]
    [InlineData(ClosingItem.AccessReview, typeof(Incident.AccessReviewOpen), "access review")]
    [InlineData(ClosingItem.NotificationDecisions, typeof(Incident.NotificationDecisionsOpen), "notification decisions")]
    [InlineData(ClosingItem.FollowUpReports, typeof(Incident.FollowUpReportsOpen), "follow-up reports")]
    public void Each_item_alone_holds_closing_up_and_says_who_can_settle_it(ClosingItem open, Type refusal, string says)
    {
        var refused = Settled([.. Enum.GetValues<ClosingItem>().Where(i => i != open)]).Progress(IncidentStatus.Closed, null).Refusal;

        Assert.IsType(refusal, refused);
        Assert.Contains(says, refused!.Why, StringComparison.Ordinal);
        Assert.Contains("waive", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void With_everything_settled_it_closes_from_any_status() => Assert.All(Enum.GetValues<IncidentStatus>().SkipLast(1), from =>
        Assert.Equal(new StatusChanged(from, IncidentStatus.Closed),
            (Settled(Enum.GetValues<ClosingItem>()) with { Status = from }).Progress(IncidentStatus.Closed, null).Value!.Event));

    [Fact]
    public void From_every_status_every_other_is_reached_forwards_freely_and_backwards_with_a_reason()
    {
        foreach (var from in Enum.GetValues<IncidentStatus>())
            foreach (var to in Enum.GetValues<IncidentStatus>().Except([from]))
            {
                var incident = Settled(Enum.GetValues<ClosingItem>()) with { Status = from };
                Assert.True(incident.Progress(to, "It turned up").Done, $"{from} to {to}");
                Assert.Equal(to > from, incident.Progress(to, null).Done);
            }
    }

    [Theory]
    [InlineData(ClosingItem.Containment, Settlement.Done, Roles.Responder | Roles.Privacy)]
    [InlineData(ClosingItem.Containment, Settlement.Waived, Roles.Responder | Roles.Privacy | Roles.Leadership)]
    [InlineData(ClosingItem.FollowUpReports, Settlement.Done, Roles.Responder | Roles.Privacy)]
    [InlineData(ClosingItem.AccessReview, Settlement.Done, Roles.Privacy)]
    [InlineData(ClosingItem.AccessReview, Settlement.Waived, Roles.Privacy | Roles.Leadership)]
    [InlineData(ClosingItem.NotificationDecisions, Settlement.Done, Roles.Privacy)]
    [InlineData(ClosingItem.NotificationDecisions, Settlement.Waived, Roles.Privacy | Roles.Leadership)]
    public void Only_who_answers_for_an_item_settles_it(ClosingItem item, Settlement state, Roles may)
    {
        foreach (var role in new[] { Roles.Viewer, Roles.Responder, Roles.Comms, Roles.Privacy, Roles.Leadership, Roles.Administrator })
            Assert.Equal((role & may) != 0, Incident().Settle(item, state, "So", role).Done);
    }

    [Fact]
    public void Unknown_times_contradict_nothing() => Assert.Empty(Incident().Contradictions);

    [Fact]
    public void Times_in_order_or_at_the_same_instant_contradict_nothing() => Assert.Empty((Incident() with
    {
        StartedAt = Three, DetectedAt = Three, ResolvedAt = Three.AddHours(1), Status = IncidentStatus.Resolved,
    }).Contradictions);

    [Fact]
    public void Every_pair_in_the_wrong_order_is_one_sentence() => Assert.Equal(
        ["It is recorded as detected (12 Jun 2026, 02:00 UTC) before it started (12 Jun 2026, 04:00 UTC).",
         "It is recorded as declared (12 Jun 2026, 03:00 UTC) before it started (12 Jun 2026, 04:00 UTC)."],
        (Incident() with { StartedAt = Three.AddHours(1), DetectedAt = Three.AddHours(-1) }).Contradictions);

    [Fact]
    public void What_was_resolved_before_it_was_declared_is_no_contradiction() =>
        Assert.Empty((Incident() with { ResolvedAt = Three.AddHours(-1), Status = IncidentStatus.Resolved }).Contradictions);

    [Fact]
    public void A_merged_incident_says_so_even_when_it_is_closed_too()
    {
        var merged = Incident() with { MergedInto = 7, Status = IncidentStatus.Closed };

        Assert.Equal(new Incident.MergedElsewhere(1, 7), merged.MustBeWorkable());
        Assert.Equal(new Incident.MergedElsewhere(1, 7), merged.MustAccept(Accepts.EvenClosed));
        Assert.Null(merged.MustAccept(Accepts.EvenMerged));
        Assert.Null(Incident().MustBeWorkable());
    }

    [Fact]
    public void Who_holds_two_roles_is_asked_to_release_them_one_by_one()
    {
        var incident = Incident() with
        {
            Participants = [new(Remy, "Remy"), new(Sam, "Sam")],
            Roles = [new(IncidentRole.Scribe, Sam, "Sam", Three), new(IncidentRole.Comms, Sam, "Sam", Three)],
        };

        Assert.Equal(new Incident.StillHoldsRole("Sam", IncidentRole.Scribe), incident.Leave(Sam, null, By, Both).Refusal);
        Assert.True(incident.Leave(Remy, null, By, Both).Done);
    }

    [Fact]
    public void A_backfill_may_be_the_same_as_something_live_and_a_drill_may_not()
    {
        var (live, other) = (Incident(), Incident(2));

        Assert.True(live.MergeInto(other with { Kind = IncidentKind.Backfill }, null).Done);
        Assert.IsType<Incident.DrillAndReal>((live with { Kind = IncidentKind.Drill }).MergeInto(other, null).Refusal);
        Assert.True((live with { Kind = IncidentKind.Drill }).MergeInto(other with { Kind = IncidentKind.Drill }, null).Done);
    }
}
