using IncidentDesk.Incidents;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Sighting;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Pauses.Sighting;

public sealed class ReportSightingTests : PauseTest
{
    static ReportSighting Seen(DateTimeOffset? at = null, string? source = "batch-7", string key = Key) =>
        new() { Key = key, Source = source, SeenAt = at, Where = "Cluster eu-1", Details = "12 executors" };

    static VerifyPause Check => new() { Key = Key, Text = "Nothing runs", LookedAt = "Scheduler" };

    [Fact]
    public async Task What_is_verified_and_then_seen_running_is_an_alarm_until_somebody_shows_that_it_stopped()
    {
        var number = (await Incident()).Number;
        await Ordered(incident: number);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Done(Check);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var sighted = await Do(Seen());

        Assert.True(sighted.Value!.Alarm);
        var pause = await ThePause();
        Assert.Equal((PauseState.Ordered, true, null), (pause.State, pause.SeenRunning, pause.Verification));
        Assert.Equal("paused but seen running", pause.StatusAt(Clock.GetUtcNow()));
        Assert.Equal(1, Assert.Single((await Read((db, _) => BoardQueries.List(db, new(), RightNow))).Items).SeenRunning);
        Assert.Equal("ALARM: mci-program is paused but was seen running at 12 Jun 2026, 03:20 UTC by batch-7, Cluster eu-1. 12 executors",
            await LastSentence());

        Clock.Advance(TimeSpan.FromMinutes(5));
        await Done(Check);
        Assert.Equal((PauseState.Verified, false), ((await ThePause()).State, (await ThePause()).SeenRunning));
        Assert.EndsWith("This ends the alarm.", await LastSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_from_before_the_sighting_settles_nothing()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Done(Seen());
        var old = Check;
        old.HappenedAt = Now.AddMinutes(5);

        Assert.Equal(new Pause.SeenSince(Key, "12 Jun 2026, 03:20 UTC"), (await Do(old)).Refusal);
    }

    [Fact]
    public async Task An_approval_ends_when_it_is_seen_running()
    {
        await Approved();
        Clock.Advance(TimeSpan.FromMinutes(1));

        await Done(Seen());

        Assert.Equal(new Pause.ApprovalMissing(Key), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
    }

    [Fact]
    public async Task What_was_seen_before_the_pause_took_effect_is_counted_and_no_alarm()
    {
        await Done(Proposal());
        Assert.False((await Do(Seen())).Value!.Alarm);
        await Done(new OrderPause { Key = Key, EffectiveAt = Now.AddHours(2) });
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.False((await Do(Seen())).Value!.Alarm);
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.True((await Do(Seen())).Value!.Alarm);

        Assert.Equal(3, await Read((db, _) => db.PauseSightings.SumAsync(s => s.Count)));
        Assert.Equal(1,
            Assert.Single(await Read(async (db, _) => await SightingQueries.Of(db, (await PauseQueries.Find(db, Key))!))).Count);
    }

    [Fact]
    public async Task A_thousand_sightings_are_one_entry_and_a_count_by_source_and_minute()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var counter = new SightingCounter(Desk, Clock);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => counter.Report(Seen(), Stranger, Terms.None))));
        Assert.All(answers, a => Assert.True(a.Value!.Alarm));
        await counter.Flush();
        await counter.Flush();

        Assert.Single(await Read((db, _) => db.Entries.Where(e => e.Kind == "pause-seen-running.1").ToListAsync()));
        Assert.Equal((1_000, "batch-7"),
            Assert.Single(await Read((db, _) => db.PauseSightings.Select(s => new { s.Count, s.Source }).ToListAsync())) is var one
                ? (one.Count, one.Source)
                : default);
    }

    [Fact]
    public async Task Whoever_makes_up_names_gets_no_entry_for_each()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var counter = new SightingCounter(Desk, Clock);

        for (var i = 0; i < 300; i++) Assert.True((await counter.Report(Seen(source: $"name-{i}"), Stranger, Terms.None)).Done);
        await counter.Flush();

        Assert.Equal(20, await Read((db, _) => db.Entries.CountAsync(e => e.Kind == "pause-seen-running.1")));
        Assert.InRange(await Read((db, _) => db.PauseSightings.CountAsync()), 20, 52);
        Assert.Equal(300, await Read((db, _) => db.PauseSightings.SumAsync(s => s.Count)));
    }

    [Fact]
    public async Task What_is_counted_after_a_check_in_the_same_minute_is_an_alarm_again()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var counter = new SightingCounter(Desk, Clock);
        await counter.Report(Seen(), Second, Terms.None);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await counter.Report(Seen(), Second, Terms.None);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await Done(Check);
        await counter.Flush();
        Assert.False((await ThePause()).SeenRunning);

        Clock.Advance(TimeSpan.FromSeconds(5));
        await counter.Report(Seen(), Second, Terms.None);
        await counter.Flush();

        Assert.True((await ThePause()).SeenRunning);
    }

    [Fact]
    public async Task Silence_of_the_named_sources_verifies_and_a_heartbeat_in_the_period_does_not()
    {
        await Ordered();
        var silence = new VerifyPause { Key = Key, Kind = VerificationKind.Silence, From = Now.AddMinutes(10), To = Now.AddMinutes(30) };
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new Pause.NoHeartbeats(Key), (await Do(silence)).Refusal);
        await Done(new NameHeartbeats { Key = Key, Sources = ["batch-7", "batch-8"] });
        await Done(Seen(Now.AddMinutes(20)));
        Assert.Equal(new Pause.NotSilent(Key, "batch-7"), (await Do(silence)).Refusal);

        silence.From = Now.AddMinutes(31);
        silence.To = Now.AddMinutes(59);
        Assert.True((await Do(silence)).Done);

        var shown = (await ThePause()).Verification!;
        Assert.Equal((VerificationKind.Silence, "None of these sources sent anything: batch-7, batch-8.", Now.AddMinutes(59)),
            (shown.Kind, shown.Text, shown.At));
    }

    [Fact]
    public async Task Anybody_may_raise_the_alarm_but_a_stranger_to_a_private_incident_learns_nothing()
    {
        var number = (await Incident(Visibility.Private)).Number;
        await Ordered("hidden", number);
        await Ordered();
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await Do(Seen(), Comms)).Value!.Alarm);
        Assert.Equal(new Refusal.NotFound("pause hidden"), (await Do(Seen(key: "hidden"), Stranger)).Refusal);
        Assert.Equal(new Refusal.NotFound("pause never"), (await Do(Seen(key: "never"), Stranger)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(Seen(), Actor.Nobody)).Refusal);
        await Done(Seen(key: "hidden"));
        Assert.Single(await Read((db, _) => db.PauseSightings.ToListAsync(), Stranger));
        Assert.Equal(2, await Read((db, _) => db.PauseSightings.CountAsync()));
    }

    [Fact]
    public async Task What_is_out_of_shape_is_named_by_field()
    {
        await Ordered();

        var outcome = await Do(new ReportSighting { Key = Key, SeenAt = Now.AddDays(1), Where = new('x', 501), Source = new('x', 201) });

        Assert.Equal(["seenAt", "source", "where"],
            Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_name_heartbeats() =>
        OnlyForThoseWhoMay(key => new NameHeartbeats { Key = key, Sources = ["x"] });
}
