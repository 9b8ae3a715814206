using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Recording;
using IncidentDesk.Tests.Reviews;

namespace IncidentDesk.Tests.Pauses.Conditions;

/// <summary>A pause that waits for what a review laid down.</summary>
public sealed class TakeOverConditionsTests : ReviewTest
{
    const string Paused = "capture-pause";
    static readonly TakeOverConditions Take = new() { Key = Paused, Subject = Key, Review = 1, Reason = "The review laid it down" };

    static SettleReviewCondition Settle(int condition, bool met = true) =>
        new()
        {
            Key = Key, Review = 1, Condition = condition, Met = met,
            Evidence = met ? "Tried by two employees" : null, Reason = met ? null : "It was switched off again"
        };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(Subject());
        await Done(Conditional);
    }

    async Task Ordered(int? incident = null, params PauseTarget[] targets)
    {
        await Done(new ProposePause
        {
            Key = Paused, Target = "Staff capture", Scope = "everything",
            Mode = PauseMode.Drain, Reason = "Open to everyone", ReviewBy = Now.AddDays(2),
            Incident = incident, Targets = targets.Length == 0 ? [new(PauseTargetKind.Program, "staff-*")] : [.. targets],
        });
        await Done(new OrderPause { Key = Paused });
    }

    async Task Met()
    {
        foreach (var number in new[] { 1, 2 }) await Done(Settle(number), Privacy);
    }

    async Task<Pause> ThePause(Actor? by = null) => Assert.IsType<Pause>(await Read((db, _) => PauseQueries.Find(db, Paused), by));

    Task<Outcome<Position>> Approve() => Do(new ApproveResume { Key = Paused, Reason = "All is met" }, Leader);

    Task<Outcome<Position>> Resume() => Do(new ResumePause { Key = Paused }, Second);

    [Fact]
    public async Task The_pause_is_not_resumed_while_a_condition_of_the_review_is_unmet()
    {
        await Ordered();
        Assert.True((await Do(Take)).Done);

        Assert.Equal(new Pause.ConditionsOpen(Paused, "1. Everybody can opt out; 2. Only the training team reads it"),
            (await Approve()).Refusal);
        Assert.Equal(new Pause.MetInTheRegister(Paused, 1, Key, 1, 1),
            (await Do(new SettleCondition { Key = Paused, Condition = 1, Evidence = "Trust me" })).Refusal);

        await Met();
        Assert.Equal("In the register of reviews: Tried by two employees", (await ThePause()).Conditions[0].Ground);
        Assert.True((await Approve()).Done);
        Assert.True((await Resume()).Done);
    }

    [Fact]
    public async Task An_approval_dies_when_a_condition_opens_again_in_the_register()
    {
        await Ordered();
        await Done(Take);
        await Met();
        await Approve();

        await Done(Settle(2, met: false), Privacy);

        Assert.Null((await ThePause()).Approval);
        Assert.Equal(new Pause.ConditionsOpen(Paused, "2. Only the training team reads it"), (await Resume()).Refusal);
    }

    [Fact]
    public async Task An_approval_dies_when_the_review_is_withdrawn_and_no_other_is_given()
    {
        await Ordered();
        await Done(Take);
        await Met();
        await Approve();

        await Done(new WithdrawReview { Key = Key, Review = 1, Reason = "Of another program" }, Privacy);

        Assert.Null((await ThePause()).Approval);
        Assert.Equal(new Pause.ReviewForbids(Paused, Key, 1, "was withdrawn"), (await Approve()).Refusal);
    }

    [Fact]
    public async Task A_review_that_expired_between_approval_and_resume_forbids_it()
    {
        await Ordered();
        await Done(new CorrectReview { Key = Key, Review = 1, ExpiresOn = new(2026, 6, 12), Reason = "Overlooked" }, Privacy);
        await Done(Take);
        await Met();
        Assert.True((await Approve()).Done);

        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new Pause.ReviewForbids(Paused, Key, 1, "is expired"), (await Resume()).Refusal);
    }

    [Fact]
    public async Task What_stands_for_a_review_is_waived_only_by_those_who_answer_for_it()
    {
        await Ordered();
        await Done(Take);
        foreach (var number in new[] { 1, 2 })
            await Done(new SettleCondition
            {
                Key = Paused, Condition = number, State = ConditionState.Waived, Reason = "The program is rebuilt"
            }, Leader);

        Assert.True((await Do(new ApproveResume { Key = Paused, Reason = "Waived" }, Privacy)).Done);
        Assert.Equal(RequiredState.UnmetConditions, (await Required("people-data")).State);
    }

    [Fact]
    public async Task Met_before_it_was_taken_over_it_is_met_here_too_and_taken_over_once()
    {
        await Ordered(targets: new PauseTarget(PauseTargetKind.Asset, "hive://warehouse/mci_0*"));
        await Done(Settle(1), Privacy);

        await Done(Take with { Conditions = [1] });
        Assert.Empty((await ThePause()).OpenConditions);
        await Done(Take);

        Assert.Equal([2], (await ThePause()).OpenConditions.Select(c => c.Number));
        Assert.Equal(new Pause.NothingToTakeOver(Paused, Key, 1), (await Do(Take)).Refusal);
    }

    [Fact]
    public async Task A_pause_of_something_else_takes_nothing_over()
    {
        await Ordered(targets: new PauseTarget(PauseTargetKind.Pipeline, "nightly-*"));

        Assert.Equal(new Pause.NotAboutThat(Paused, Key), (await Do(Take)).Refusal);
        Assert.Equal(new ReviewSubject.NoSuchReview(Key, 3, 1), (await Do(Take with { Review = 3 })).Refusal);
        Assert.Equal(["reason", "review", "subject"], Fields(await Do(new TakeOverConditions { Key = Paused })));
    }

    [Fact]
    public async Task A_pause_of_a_private_incident_follows_and_whoever_settles_learns_nothing_of_it()
    {
        var hidden = await Incident(Visibility.Private);
        await Ordered(hidden);
        await Done(Take);

        var settled = await Do(Settle(1), Privacy);

        Assert.Equal(3, settled.Value!.Value);
        Assert.Equal(ConditionState.Met, (await ThePause()).Conditions[0].State);
        Assert.Equal(new Refusal.NotFound($"pause {Paused}"), (await Do(Take, Stranger)).Refusal);
        Assert.Null(await Read((db, _) => PauseQueries.Find(db, Paused), Privacy));
    }

    [Fact]
    public async Task Only_those_who_may_pause_take_over()
    {
        await Ordered();

        Assert.IsType<Refusal.NotFound>((await Do(Take, Comms)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(Take, Actor.Nobody)).Refusal);
        Assert.Equal(new Refusal.NotFound("pause never-given"), (await Do(Take with { Key = "never-given" })).Refusal);
    }
}
