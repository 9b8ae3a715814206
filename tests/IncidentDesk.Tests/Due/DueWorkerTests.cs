using IncidentDesk.Due;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Tests.Pauses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.Due;

/// <summary>Reviews of pauses fall due, on nodes that fail and with clocks that jump.</summary>
public sealed class DueWorkerTests : PauseTest
{
    /// <summary>Shared by all nodes of the test.</summary>
    readonly Reminders _reminders = new();

    protected override void Arrange(IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(RecheckFallsDue)));
        services.AddSingleton<IFallsDue>(_reminders);
    }

    DueWorker Worker => Service<DueWorker>();

    [Fact]
    public async Task What_is_due_is_done_once_by_one_of_two_nodes()
    {
        foreach (var key in new[] { "one", "two", "three" }) await Ordered(key);
        await using var other = TestDatabase.IsPostgres ? await Node() : null;
        // A file takes one process; there, two workers of the same one.
        var second = other?.GetRequiredService<DueWorker>() ?? ActivatorUtilities.CreateInstance<DueWorker>(Service<IServiceProvider>());
        await Task.WhenAll(Worker.Beat(default), second.Beat(default));
        Assert.Equal((0, 0), (_reminders.Sent, await Recorded()));
        Clock.Advance(TimeSpan.FromDays(2));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? Worker : second).Beat(default))));

        Assert.Equal((3, 3), (_reminders.Sent, await Recorded()));
    }

    [Fact]
    public async Task More_than_is_taken_at_once_is_done_in_one_beat()
    {
        foreach (var n in Enumerable.Range(0, TakeDue.Most + 1)) await Ordered($"pause-{n}");
        Clock.Advance(TimeSpan.FromDays(2));

        await Worker.Beat(default);

        Assert.Equal(TakeDue.Most + 1, await Recorded());
    }

    [Fact]
    public async Task One_that_fails_holds_up_no_other_and_is_tried_again_at_longer_and_longer_intervals()
    {
        await Ordered();
        await Ordered("other");
        _reminders.Failing = Key;
        Clock.Advance(TimeSpan.FromDays(2));

        await Worker.Beat(default);
        Assert.Equal((2, 1), (_reminders.Sent, await Recorded()));
        await Worker.Beat(default);
        Assert.Equal(2, _reminders.Sent);

        Clock.Advance(DueLease.Shortest);
        await Worker.Beat(default);
        Clock.Advance(DueLease.Shortest);
        await Worker.Beat(default);
        Assert.Equal((3, 1), (_reminders.Sent, await Recorded()));

        _reminders.Failing = null;
        Clock.Advance(DueLease.Shortest);
        await Worker.Beat(default);
        Assert.Equal((4, 2), (_reminders.Sent, await Recorded()));
    }

    [Fact]
    public async Task A_node_that_falls_silent_is_followed_by_another_when_its_lease_ends()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(2));
        var taken = Assert.Single((await Do(new TakeDue { Kinds = [RecheckFallsDue.Name] }, Actor.System)).Value!);
        Assert.Equal((Key, 1), (taken.Due.Key, taken.Tries));

        Clock.Advance(DueLease.Shortest - TimeSpan.FromTicks(1));
        await Worker.Beat(default);
        Assert.Equal(0, await Recorded());

        Clock.Advance(TimeSpan.FromTicks(1));
        await Worker.Beat(default);
        Assert.Equal(1, await Recorded());
    }

    [Fact]
    public async Task A_clock_that_was_ahead_and_is_put_right_holds_nothing_up()
    {
        await Ordered();
        _reminders.Failing = Key;
        Clock.AdjustTime(Now.AddDays(300));
        await Worker.Beat(default);
        Assert.Equal(1, _reminders.Sent);

        _reminders.Failing = null;
        Clock.AdjustTime(Now.AddDays(2));
        await Worker.Beat(default);

        Assert.Equal(1, await Recorded());
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_brings_each_reminder_one_after_the_other()
    {
        await Ordered();
        Clock.AdjustTime(Now.AddDays(300));

        await Worker.Beat(default);
        Assert.EndsWith("overdue, still paused.", await LastSentence(), StringComparison.Ordinal);
        await Worker.Beat(default);
        Assert.StartsWith("Escalated to leadership", await LastSentence(), StringComparison.Ordinal);
        await Worker.Beat(default);

        Assert.Equal((2, 2), (_reminders.Sent, await Recorded()));
        Assert.Equal(0, await Read((db, _) => db.DueItems.CountAsync()));
    }

    [Fact]
    public async Task A_kind_that_this_version_does_not_know_is_left_to_others()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty((await Do(new TakeDue { Kinds = ["something-else"] }, Actor.System)).Value!);
        Assert.Single((await Do(new TakeDue { Kinds = [RecheckFallsDue.Name] }, Actor.System)).Value!);
    }

    [Fact]
    public async Task Leases_go_with_what_they_were_for()
    {
        await Ordered();
        Clock.AdjustTime(Now.AddDays(300));
        await Worker.Beat(default);
        await Worker.Beat(default);
        Assert.Equal((0, 1), (await Read((db, _) => db.DueItems.CountAsync()), await Read((db, _) => db.DueLeases.CountAsync())));

        await Done(new TakeDue { Kinds = [RecheckFallsDue.Name] }, Actor.System);

        Assert.Equal(0, await Read((db, _) => db.DueLeases.CountAsync()));
    }

    [Fact]
    public async Task Started_by_a_host_it_goes_by_the_clock_it_was_given()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered(incident: number);
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await Worker.StartAsync(late.Token);
        Clock.AdjustTime(Now.AddDays(2));
        while (await Recorded() == 0)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(20, late.Token);
        }
        await Worker.StopAsync(late.Token);

        Assert.Equal("IncidentDesk", (await ThePause()).History[^1].Name);
    }

    /// <summary>Entries that the desk itself recorded.</summary>
    Task<int> Recorded() => Read((db, _) => db.Entries.CountAsync(e => e.RecordedBy == Actor.System.Person));

    /// <summary>Counts, and fails for one pause.</summary>
    sealed class Reminders : IFallsDue
    {
        int _sent;

        public string? Failing { get; set; }
        public int Sent => _sent;
        public string Kind => RecheckFallsDue.Name;

        public ICommand<int> Command(DueItem due)
        {
            Interlocked.Increment(ref _sent);
            return due.Key == Failing
                ? throw new InvalidOperationException("It does not work today.") : new RemindOfRecheck { Key = due.Key };
        }
    }
}
