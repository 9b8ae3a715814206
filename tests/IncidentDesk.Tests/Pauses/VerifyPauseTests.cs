using IncidentDesk.Pauses;

namespace IncidentDesk.Tests.Pauses;

public sealed class VerifyPauseTests : PauseTest
{
    static VerifyPause Check(string key = Key) => new()
    {
        Key = key, Text = "No process has run since",
        LookedAt = "Scheduler and the last writes of 90 databases", Evidence = "https://wiki.example.org/check"
    };

    [Fact]
    public async Task Verified_says_what_was_found_by_whom_looking_at_what()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.True((await Do(Check(), Second)).Done);

        var pause = await ThePause();
        Assert.Equal((PauseState.Verified, true), (pause.State, pause.IsInForce));
        Assert.Equal(("Sam Second", Now.AddMinutes(30), "No process has run since"),
            (pause.Verification!.By, pause.Verification.At, pause.Verification.Text));
        Assert.Single(await Read((db, _) => PauseQueries.InForce(db, RightNow)));
    }

    [Fact]
    public async Task A_verification_needs_evidence()
    {
        await Ordered();

        var outcome = await Do(new VerifyPause { Key = Key, EvidenceHash = "12ab", HappenedAt = Now.AddDays(1) });

        Assert.Equal(["evidenceHash", "happenedAt", "lookedAt", "text"],
            Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(PauseState.Ordered, (await ThePause()).State);
    }

    [Fact]
    public async Task What_was_seen_before_it_stopped_shows_nothing()
    {
        await Ordered();
        var early = Check();
        early.HappenedAt = Now.AddHours(-1);

        Assert.Equal(new Pause.BeforeItStopped(Key, "12 Jun 2026, 03:10 UTC"), (await Do(early)).Refusal);
    }

    [Fact]
    public async Task A_proposal_has_nothing_to_verify_and_what_is_over_stays_over()
    {
        await Done(Proposal());
        await Withdrawn("other");

        Assert.Equal(new Pause.NothingToVerify(Key), (await Do(Check())).Refusal);
        Assert.Equal(new Pause.Over("other", "withdrawn"), (await Do(Check("other"))).Refusal);
    }

    [Fact]
    public async Task An_approval_outlives_one_more_check()
    {
        await Approved();

        await Done(Check());

        Assert.Equal((PauseState.ResumeApproved, "No process has run since"),
            ((await ThePause()).State, (await ThePause()).Verification!.Text));
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_verify_it() => OnlyForThoseWhoMay(Check);
}
