using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Conditions;

public sealed class SettleConditionTests : PauseTest
{
    static SettleCondition Settle(ConditionState to, string? evidence = null, string? reason = null, int number = 1, string key = Key) =>
        new() { Key = key, Condition = number, State = to, Evidence = evidence, Reason = reason };

    [Fact]
    public async Task A_condition_is_met_with_evidence_by_somebody_at_a_time()
    {
        await Ordered();
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.True((await Do(Settle(ConditionState.Met, "Grants read back at 90 of 90 databases"), Second)).Done);

        var condition = (await ThePause()).Conditions[0];
        Assert.Equal((ConditionState.Met, "Grants read back at 90 of 90 databases", "Sam Second", Now.AddHours(2)),
            (condition.State, condition.Ground, condition.By, condition.At));
        Assert.Equal([2], (await ThePause()).OpenConditions.Select(c => c.Number));
    }

    [Fact]
    public async Task A_condition_is_waived_only_by_those_who_answer_for_it()
    {
        await Ordered();

        Assert.Equal(new Pause.NotYoursToWaive("privacy, leadership"),
            (await Do(Settle(ConditionState.Waived, reason: "No time"))).Refusal);
        Assert.True((await Do(Settle(ConditionState.Waived, reason: "The rules are gone with the system"), Privacy)).Done);
        Assert.True((await Do(Settle(ConditionState.Waived, reason: "Shown to the works council", number: 2), Leader)).Done);
        Assert.Empty((await ThePause()).OpenConditions);
    }

    [Fact]
    public async Task Opening_a_condition_again_ends_the_approval_and_the_entry_says_so()
    {
        await Approved();

        await Done(Settle(ConditionState.Open, reason: "The minutes were of another meeting"));

        Assert.Equal(PauseState.Ordered, (await ThePause()).State);
        Assert.IsType<Pause.ConditionsOpen>((await Do(new ResumePause { Key = Key }, Second)).Refusal);
        Assert.Equal(
            "Pause mci-program: condition 1 (Access rules reviewed) open; "
                + "the approval to resume has ended. Why: The minutes were of another meeting",
            await LastSentence());
    }

    [Fact]
    public async Task A_condition_added_later_has_to_be_settled_too_and_ends_the_approval()
    {
        await Approved();

        Assert.True((await Do(new AddCondition { Key = Key, Text = "Staff can opt out", Reason = "Found by the review" })).Done);

        Assert.Equal(new Pause.ConditionsOpen(Key, "3. Staff can opt out"), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
        Assert.Null((await ThePause()).Approval);
    }

    [Fact]
    public async Task What_is_settled_without_its_ground_is_refused()
    {
        await Ordered();

        Assert.Equal(["evidence"], Fields(await Do(Settle(ConditionState.Met))));
        Assert.Equal(["reason"], Fields(await Do(Settle(ConditionState.Waived, evidence: "x"), Leader)));
        Assert.Equal(["condition", "state"], Fields(await Do(Settle((ConditionState)9, reason: "x", number: 0))));
        Assert.Equal(["reason", "text"], Fields(await Do(new AddCondition { Key = Key })));
    }

    [Fact]
    public async Task A_condition_that_is_not_there_or_stands_so_already_is_refused()
    {
        await Ordered();
        await Done(Settle(ConditionState.Met, "Minutes"));

        Assert.Equal(new Pause.NoSuchCondition(Key, 3, 2), (await Do(Settle(ConditionState.Met, "x", number: 3))).Refusal);
        Assert.Equal(new Pause.ConditionIsSo(Key, 1, "met"), (await Do(Settle(ConditionState.Met, "Minutes"))).Refusal);
        Assert.True((await Do(Settle(ConditionState.Met, "Better minutes"))).Done);
    }

    [Fact]
    public async Task What_is_over_has_no_conditions_to_settle()
    {
        await Withdrawn();

        Assert.Equal(new Pause.Over(Key, "withdrawn"), (await Do(Settle(ConditionState.Met, "x"))).Refusal);
        Assert.Equal(new Pause.Over(Key, "withdrawn"), (await Do(new AddCondition { Key = Key, Text = "x", Reason = "x" })).Refusal);
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_settle() => OnlyForThoseWhoMay(key => Settle(ConditionState.Met, "x", key: key));

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_add() =>
        OnlyForThoseWhoMay(key => new AddCondition { Key = key, Text = "x", Reason = "x" });

    static IEnumerable<string> Fields<T>(Outcome<T> outcome) =>
        Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order(StringComparer.Ordinal);
}
