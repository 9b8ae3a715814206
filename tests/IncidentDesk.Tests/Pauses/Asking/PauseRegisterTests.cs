using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Scoping;

namespace IncidentDesk.Tests.Pauses.Asking;

public sealed class PauseRegisterTests : PauseTest
{
    PauseRegister Register => Service<PauseRegister>();

    [Fact]
    public async Task Whoever_asks_after_an_order_was_answered_is_told_to_stop()
    {
        Assert.Empty((await Register.Now()).ByKey);
        await Done(Proposal());
        Assert.False((await Register.Now()).ByKey[Key].Stops(Clock.GetUtcNow()));

        await Done(new OrderPause { Key = Key });

        var standing = (await Register.Now()).ByKey[Key];
        Assert.Equal((true, Now), (standing.Stops(Clock.GetUtcNow()), standing.Since));
    }

    [Fact]
    public async Task It_is_in_force_until_the_second_person_has_resumed_it()
    {
        await Approved();
        Assert.True((await Register.Now()).ByKey[Key].Stops(Clock.GetUtcNow()));

        await Done(new ResumePause { Key = Key }, Second);

        Assert.False((await Register.Now()).ByKey[Key].Stops(Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_ordered_for_later_stops_nothing_until_then_and_is_told_as_a_change()
    {
        await Done(Proposal());
        await Done(new OrderPause { Key = Key, EffectiveAt = Now.AddHours(1) });
        var before = await Register.Now();
        Assert.False(before.ByKey[Key].Stops(Clock.GetUtcNow()));
        var version = before.VersionAt(Clock.GetUtcNow());

        Clock.Advance(TimeSpan.FromHours(1));

        var after = await Register.Now();
        Assert.True(after.ByKey[Key].Stops(Clock.GetUtcNow()));
        Assert.NotEqual(version, after.VersionAt(Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Of_a_private_incident_the_key_answers_and_nothing_else_is_told()
    {
        var number = (await Incident()).Number;
        await Ordered(incident: number);
        Assert.Equal((number, "Keystroke capture"), ((await Register.Now()).ByKey[Key].Incident, (await Register.Now()).ByKey[Key].Target));

        await MakePrivate(number);

        var standing = (await Register.Now()).ByKey[Key];
        Assert.True(standing.Stops(Clock.GetUtcNow()) && standing.IsPrivate);
        Assert.Equal((null, null, null), (standing.Incident, standing.Severity, standing.Target));
    }

    /// <summary>What is told of it is one thing: whether to stop, to who names its key.</summary>
    [Fact]
    public async Task A_private_pause_moves_no_version_but_that_of_who_lists_its_key_and_only_when_it_is_answered_otherwise()
    {
        await Ordered("open");
        var number = (await Incident(Visibility.Private)).Number;
        var (nothing, open, unknown) = (await Version(), await Version("open"), await Version("open", Key));

        await Done(Proposal(Key, number));
        var both = await Version("open", Key);
        Assert.NotEqual(unknown, both);
        await Done(new OrderPause { Key = Key, EffectiveAt = Now.AddHours(1) });
        await Done(new ExtendPause { Key = Key, ReviewBy = Now.AddDays(9), Reason = "Later" });
        await Done(new ChangePauseMode { Key = Key, Mode = PauseMode.Drain, Reason = "Let it finish" });
        Assert.Equal(both, await Version("open", Key));
        Assert.Null((await Register.Now()).NextAfter(Clock.GetUtcNow()));
        Assert.Equal(Now.AddHours(1), (await Register.Now()).NextAfter(Clock.GetUtcNow(), About("open", Key)));

        Clock.Advance(TimeSpan.FromHours(2));
        Assert.NotEqual(both, await Version("open", Key));
        Assert.Equal((nothing, open), (await Version(), await Version("open")));
        Assert.Equal(["open"], (await Register.Now()).Listed.Select(p => p.Key));

        async Task<string> Version(params string[] keys) =>
            (await Register.Now()).VersionAt(Clock.GetUtcNow(), keys.Length == 0 ? null : About(keys));
        static Question About(params string[] keys) => new(keys, Running.Unsaid);
    }

    [Fact]
    public async Task The_version_changes_with_every_pause_and_is_the_same_for_all_who_know_the_same()
    {
        await Ordered();
        await Met();
        var before = (await Register.Now()).VersionAt(Clock.GetUtcNow());
        Assert.Equal(before, (await Register.Now()).VersionAt(Clock.GetUtcNow()));
        await Incident();
        Assert.Equal(before, (await Register.Now()).VersionAt(Clock.GetUtcNow()));

        await Done(new ApproveResume { Key = Key, Reason = "All conditions are met" });

        var after = (await Register.Now()).VersionAt(Clock.GetUtcNow());
        Assert.NotEqual(before, after);
        var other = new PauseRegister(Desk, Service<IncidentDesk.Record.Watchers>(), Clock);
        Assert.Equal(after, (await other.Now()).VersionAt(Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Who_asked_is_counted_and_who_fell_silent_is_named()
    {
        await Done(Proposal());
        await Done(new NoteAsks { Asks = [new(Key, "etl-1", 3, Clock.GetUtcNow()), new(Key, "etl-2", 1, Clock.GetUtcNow())] });
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Done(new OrderPause { Key = Key });
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await Do(new NoteAsks { Asks = [new(Key, "etl-1", 2, Clock.GetUtcNow())] })).Done);

        var clients = Assert.IsType<PauseClients>(await Read((db, _) => AskQueries.Clients(db, Key)));
        Assert.Equal(("etl-1", 5, Clock.GetUtcNow()), (Assert.Single(clients.Since).Client, clients.Since[0].Count, clients.LastAt));
        Assert.Equal("etl-2", Assert.Single(clients.Silent).Client);
    }

    [Fact]
    public async Task Counting_is_refused_to_nobody_in_particular_and_without_a_count()
    {
        Assert.IsType<Refusal.NotSignedIn>((await Do(new NoteAsks { Asks = [new(Key, "etl-1", 1, Now)] }, Actor.Nobody)).Refusal);
        Assert.IsType<Refusal.Invalid>((await Do(new NoteAsks { Asks = [new(Key, "etl-1", 0, Now)] })).Refusal);
    }

    [Fact]
    public async Task A_stranger_does_not_learn_who_asks_for_the_pause_of_a_private_incident()
    {
        await Ordered(incident: (await Incident(Visibility.Private)).Number);
        await Done(new NoteAsks { Asks = [new(Key, "etl-1", 1, Now)] });

        Assert.Null(await Read((db, _) => AskQueries.Clients(db, Key), Stranger));
        Assert.Empty(await Read((db, _) => Task.FromResult(db.Set<PauseAsk>().ToList()), Stranger));
        Assert.Single((await Read((db, _) => AskQueries.Clients(db, Key)))!.Since);
    }

    [Fact]
    public void Names_that_a_client_makes_up_do_not_fill_the_memory()
    {
        var log = new AskLog(Clock);
        for (var i = 0; i < 30_000; i++) log.Note(Responder, Key, $"client-{i}");

        var (_, command) = Assert.Single(log.Take());
        Assert.InRange(command.Asks.Count, 20_000, 20_001);
        Assert.Equal(30_000, command.Asks.Sum(a => a.Count));
        Assert.Empty(log.Take());
    }
}
