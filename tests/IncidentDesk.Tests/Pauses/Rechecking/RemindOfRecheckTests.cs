using IncidentDesk.Due;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Resuming;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Pauses.Rechecking;

public sealed class RemindOfRecheckTests : PauseTest
{
    static readonly RemindOfRecheck Remind = new() { Key = Key };

    [Fact]
    public async Task A_missed_recheck_is_recorded_once_by_the_desk_and_lifts_nothing()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);
        Assert.Equal(0, (await Do(Remind, Actor.System)).Value);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, (await Do(Remind, Actor.System)).Value);
        Assert.Equal(0, (await Do(Remind, Actor.System)).Value);

        var passed = new RecheckMissed(Key, "Keystroke capture", "Remy Responder", Now.AddDays(2), Escalated: false);
        Assert.Equal(passed, (await TimelineOf(number))[^1]);
        Assert.Equal(("IncidentDesk", true), ((await ThePause()).History[^1].Name, (await ThePause()).IsInForce));
    }

    [Fact]
    public async Task A_day_later_it_is_escalated_once_and_a_new_time_begins_again()
    {
        await Ordered();
        Assert.Equal([Now.AddDays(2)], await Due());
        Clock.Advance(TimeSpan.FromDays(2));
        await Done(Remind, Actor.System);
        Assert.Equal([Now.AddDays(3)], await Due());
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await Do(Remind, Actor.System)).Value);
        Assert.StartsWith("Escalated to leadership", await LastSentence(), StringComparison.Ordinal);
        Assert.Empty(await Due());
        Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(0, (await Do(Remind, Actor.System)).Value);

        await Done(new ExtendPause { Key = Key, ReviewBy = Now.AddDays(13), Reason = "Later" });
        Assert.Equal([Now.AddDays(13)], await Due());
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await Do(Remind, Actor.System)).Value);
    }

    [Fact]
    public async Task Asked_many_times_at_once_and_on_two_nodes_it_is_recorded_once()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(2));
        // A file takes one process.
        await using var other = TestDatabase.IsPostgres ? await Node() : null;
        var desks = new[] { Desk, other?.GetRequiredService<IncidentDesk.Door.Desk>() ?? Desk };

        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => desks[i % 2].Do(Remind, Actor.System))));

        Assert.Equal(1, counts.Sum(c => c.Value));
    }

    [Fact]
    public async Task Nothing_is_due_of_what_is_proposed_or_over()
    {
        await Done(Proposal());
        await Withdrawn("other");
        Assert.Empty(await Due());

        await Approved("third");
        Assert.Equal([Now.AddDays(2)], await Due());
        await Done(new ResumePause { Key = "third" });
        Assert.Empty(await Due());
    }

    [Fact]
    public async Task Nobody_but_the_desk_can_send_it_whatever_their_roles_and_nobody_can_be_the_desk()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(2));

        foreach (var other in (Actor[])[Admin, Stranger, Responder, Leader])
            Assert.Equal(new Refusal.NotFound("such item"), (await Do(Remind, other)).Refusal);
        foreach (var nobody in (Actor[])[Actor.Nobody, new(Actor.System.Person, "desk")])
            Assert.IsType<Refusal.NotSignedIn>((await Do(Remind, nobody)).Refusal);
    }

    [Fact]
    public async Task The_desk_can_send_nothing_that_is_for_people()
    {
        await Ordered();

        Assert.IsType<Refusal.NotFound>((await Do(new WithdrawPause { Key = Key, Reason = "Mine" }, Actor.System)).Refusal);
        Assert.IsType<Refusal.NotFound>((await Do(new ApproveResume { Key = Key, Reason = "Mine" }, Actor.System)).Refusal);
    }

    [Fact]
    public async Task What_is_due_of_a_private_incident_is_due_to_nobody_else()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);
        Clock.Advance(TimeSpan.FromDays(2));
        await Done(Remind, Actor.System);

        Assert.Equal([Now.AddDays(3)], await Due());
        Assert.Empty(await Due(Stranger));
        Assert.Empty(await TimelineOf(number, Stranger));
        Assert.Null(await Read((db, _) => PauseQueries.Find(db, Key), Stranger));
        Assert.Empty(await Read((db, _) => db.Entries.Where(e => e.RecordedBy == Actor.System.Person).ToListAsync(), Stranger));
    }

    Task<List<DateTimeOffset>> Due(Actor? by = null) => Read((db, _) => db.DueItems.OrderBy(d => d.At).Select(d => d.At).ToListAsync(), by);
}
