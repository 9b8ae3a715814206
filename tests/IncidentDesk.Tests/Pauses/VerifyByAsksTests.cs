using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Sighting;

namespace IncidentDesk.Tests.Pauses;

/// <summary>That it stopped is shown by the machines that asked and were told to stop.</summary>
public sealed class VerifyByAsksTests : PauseTest
{
    static VerifyPause ByAsks(string? accept = null) => new() { Key = Key, Kind = VerificationKind.Asks, AcceptSilent = accept };

    Task<int> Asked(params string[] clients) =>
        Done(new NoteAsks { Asks = [.. clients.Select(c => new AskCount(Key, c, 1, Clock.GetUtcNow()))] });

    /// <summary>Two clients are known, the pause is ordered five minutes later, and another minute passes.</summary>
    async Task Known(params string[] clients)
    {
        await Done(Proposal());
        await Asked(clients);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Done(new OrderPause { Key = Key });
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Verified_says_how_many_clients_asked_and_when_the_last_one_did()
    {
        await Known("etl-1", "etl-2");
        await Asked("etl-1");
        Clock.Advance(TimeSpan.FromSeconds(20));
        await Asked("etl-2");

        Assert.True((await Do(ByAsks())).Done);

        Assert.Equal("Pause mci-program verified (clients that asked): 2 clients asked since "
            + "the pause took effect, last at 12 Jun 2026, 03:16 UTC: etl-2, etl-1.", await LastSentence());
        var shown = (await ThePause()).Verification!;
        Assert.Equal((VerificationKind.Asks, Now.AddMinutes(5), Now.AddMinutes(6).AddSeconds(20)), (shown.Kind, shown.From, shown.To));
    }

    [Fact]
    public async Task What_was_counted_stands_as_it_was_whoever_asks_later()
    {
        await Known("etl-1");
        await Asked("etl-1");
        await Done(ByAsks());

        Clock.Advance(TimeSpan.FromHours(1));
        await Asked("etl-1", "etl-9");

        Assert.EndsWith("1 client asked since the pause took effect, last at 12 Jun 2026, 03:16 UTC: etl-1.",
            await LastSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_asked_since_it_is_in_force_nothing_is_shown()
    {
        await Known("etl-1");

        Assert.Equal(new Pause.NobodyAsked(Key, "12 Jun 2026, 03:15 UTC"), (await Do(ByAsks("It never runs at night"))).Refusal);
        Assert.Equal(PauseState.Ordered, (await ThePause()).State);
    }

    [Fact]
    public async Task A_client_that_fell_silent_is_a_doubt_unless_somebody_says_why_it_is_none()
    {
        await Known("etl-1", "etl-2", "etl-3");
        await Asked("etl-1");

        Assert.Equal(new Pause.ClientsSilent(Key, 2, "etl-2, etl-3"), (await Do(ByAsks())).Refusal);
        Assert.True((await Do(ByAsks("Both run on Sundays only"))).Done);

        Assert.EndsWith(
            "2 clients that asked before have not asked since: etl-2, etl-3. Accepted nevertheless: Both run on Sundays only.",
            await LastSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_from_before_a_sighting_settles_nothing()
    {
        await Known("etl-1");
        await Asked("etl-1");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Done(new ReportSighting { Key = Key, Source = "batch-7" });

        Assert.Equal(new Pause.SeenSince(Key, "12 Jun 2026, 03:17 UTC"), (await Do(ByAsks())).Refusal);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Asked("etl-1");
        await Done(ByAsks());

        Assert.EndsWith("This ends the alarm.", await LastSentence(), StringComparison.Ordinal);
        Assert.False((await ThePause()).SeenRunning);
    }

    [Fact]
    public async Task What_is_not_in_force_yet_has_nothing_to_show()
    {
        await Done(Proposal());
        await Asked("etl-1");
        Assert.Equal(new Pause.NothingToVerify(Key), (await Do(ByAsks())).Refusal);

        await Done(new OrderPause { Key = Key, EffectiveAt = Now.AddHours(1) });
        await Asked("etl-1");

        Assert.Equal(new Pause.BeforeItStopped(Key, "12 Jun 2026, 04:10 UTC"), (await Do(ByAsks())).Refusal);
    }

    [Fact]
    public async Task Names_that_a_client_makes_up_fill_neither_the_table_nor_the_record()
    {
        await Known();
        for (var batch = 0; batch < 3; batch++)
            await Asked([.. Enumerable.Range(batch * 600, 600).Select(i => $"client-{i:0000}")]);

        await Done(ByAsks());

        Assert.StartsWith("Pause mci-program verified (clients that asked): 1001 clients", await LastSentence(), StringComparison.Ordinal);
        Assert.Contains("and 981 more", await LastSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_verify_it() =>
        OnlyForThoseWhoMay(key => new VerifyPause { Key = key, Kind = VerificationKind.Asks });
}
