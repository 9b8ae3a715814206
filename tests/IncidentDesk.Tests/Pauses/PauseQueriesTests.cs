using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Listing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses;

public sealed class PauseQueriesTests : PauseTest
{
    [Fact]
    public async Task The_pauses_of_an_incident_can_be_read_as_they_were_known_at_an_instant()
    {
        var number = (await Incident()).Number;
        Clock.Advance(TimeSpan.FromHours(1));
        await Ordered(incident: number);
        Clock.Advance(TimeSpan.FromHours(1));
        await Met();
        await Done(new ApproveResume { Key = Key, Reason = "Fixed" });
        await Done(Proposal("second", number));

        Assert.Equal(["mci-program resume approved", "second proposed"], await Known(number, null));
        Assert.Equal(["mci-program ordered"], await Known(number, Now.AddHours(1)));
        Assert.Equal([], await Known(number, Now));
    }

    [Fact]
    public async Task What_was_recorded_late_was_not_known_before()
    {
        var number = (await Incident()).Number;
        await Done(Proposal(incident: number));
        Clock.Advance(TimeSpan.FromHours(5));
        await Done(new OrderPause { Key = Key, HappenedAt = Now });

        Assert.Equal(["mci-program proposed"], await Known(number, Now.AddHours(4)));
        Assert.Equal(["mci-program ordered"], await Known(number, Now.AddHours(5)));
    }

    [Fact]
    public async Task The_recheck_that_is_due_first_stands_at_the_top()
    {
        await Ordered("later");
        var soon = Proposal("sooner");
        soon.ReviewBy = Now.AddHours(2);
        await Done(soon);
        await Done(new OrderPause { Key = "sooner" });

        Assert.Equal(["sooner", "later"], (await Read((db, _) => PauseQueries.InForce(db, RightNow))).Select(p => p.Key));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_without_gap_or_repetition()
    {
        foreach (var key in new[] { "a", "B", "c", "d", "e" }) await Done(Proposal(key));
        await Ordered("ordered");

        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await Read(
                (db, _) => PauseListQueries.List(db, new() { States = [PauseState.Proposed], After = after, Limit = 2 }, RightNow));
            seen.AddRange(page.Items.Select(p => p.Key));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["B", "a", "c", "d", "e"], seen);
    }

    [Fact]
    public async Task No_query_shows_a_stranger_the_pause_of_a_private_incident()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);

        Assert.Single(await Read((db, _) => PauseQueries.InForce(db, RightNow)));
        Assert.Empty(await Read((db, _) => PauseQueries.InForce(db, RightNow), Stranger));
        Assert.Empty(await Read((db, _) => PauseQueries.Of(db, number, RightNow), Stranger));
        Assert.Empty(await Read((db, _) => PauseQueries.Of(db, number, At(Now)), Stranger));
        Assert.Empty((await Read((db, _) => PauseListQueries.List(db, new(), RightNow), Stranger)).Items);
    }

    Task<IEnumerable<string>> Known(int number, DateTimeOffset? at) => Read(async (db, _) =>
        (await PauseQueries.Of(db, number, At(at))).Select(p => $"{p.Key} {p.State.Word()}"));
}
