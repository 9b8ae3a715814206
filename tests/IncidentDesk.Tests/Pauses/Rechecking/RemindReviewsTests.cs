using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Pauses.Rechecking;

public sealed class RemindReviewsTests : PauseTest
{
    [Fact]
    public async Task A_review_that_passed_is_recorded_once_by_the_desk_and_lifts_nothing()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, (await Do(new RemindReviews(), Actor.Nobody)).Value);
        Assert.Equal(0, (await Do(new RemindReviews(), Actor.Nobody)).Value);

        Assert.Equal(new ReviewPassed(Key, "Keystroke capture", "Remy Responder", Now.AddDays(2), Escalated: false), (await TimelineOf(number))[^1]);
        Assert.Equal(("The desk", true), ((await ThePause()).History[^1].Name, (await ThePause()).IsInForce));
    }

    [Fact]
    public async Task A_day_later_it_is_escalated_once_and_a_new_time_begins_anew()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(2));
        await Done(new RemindReviews(), Actor.Nobody);
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await Do(new RemindReviews(), Actor.Nobody)).Value);
        Assert.StartsWith("Escalated to leadership", await LastSentence(), StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(0, (await Do(new RemindReviews(), Actor.Nobody)).Value);

        await Done(new ExtendPause { Key = Key, ReviewBy = Now.AddDays(13), Reason = "Later" });
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await Do(new RemindReviews(), Actor.Nobody)).Value);
    }

    [Fact]
    public async Task Asked_many_times_at_once_and_on_two_nodes_it_is_recorded_once()
    {
        await Ordered();
        await Ordered("other");
        Clock.Advance(TimeSpan.FromDays(2));
        // A file takes one process.
        await using var other = TestDatabase.IsPostgres ? await Node() : null;
        var desks = new[] { Desk, other?.GetRequiredService<IncidentDesk.Door.Desk>() ?? Desk };

        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => desks[i % 2].Do(new RemindReviews(), Actor.Nobody))));

        Assert.Equal(2, counts.Sum(c => c.Value));
    }

    [Fact]
    public async Task What_is_proposed_or_over_needs_no_reminder()
    {
        await Done(Proposal());
        await Withdrawn("other");
        Clock.Advance(TimeSpan.FromDays(9));

        Assert.Equal(0, (await Do(new RemindReviews(), Actor.Nobody)).Value);
    }
}
