using IncidentDesk.Record;
using IncidentDesk.Reviews;

namespace IncidentDesk.Tests.Reviews;

public sealed class SettleReviewConditionTests : ReviewTest
{
    static SettleReviewCondition Settle(int condition, bool met = true, string key = Key) =>
        new()
        {
            Key = key, Review = 1, Condition = condition, Met = met,
            Evidence = met ? "Tried by two employees" : null, Reason = met ? null : "It was switched off again"
        };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(Subject());
        await Done(Conditional);
    }

    [Fact]
    public async Task With_every_condition_met_the_review_is_shown()
    {
        Assert.True((await Do(Settle(1), Privacy)).Done);
        Assert.Equal(RequiredState.UnmetConditions, (await Required("people-data")).State);

        await Done(Settle(2), Privacy);

        Assert.Equal(RequiredState.Shown, (await Required("people-data")).State);
        var condition = (await TheSheet()).Subject.Reviews.Single().Conditions[0];
        Assert.Equal((true, "Tried by two employees", "Pia Privacy", Now),
            (condition.Met, condition.Ground, condition.By, condition.At!.Value));
    }

    [Fact]
    public async Task A_condition_can_be_open_again_with_a_reason()
    {
        await Done(Settle(1), Privacy);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await Do(Settle(1, met: false), Privacy)).Done);

        Assert.Equal("It was switched off again", (await TheSheet()).Subject.Reviews.Single().Conditions[0].Ground);
        Assert.True((await TheSheet(asKnownAt: Now)).Subject.Reviews.Single().Conditions[0].Met);
    }

    [Fact]
    public async Task Settled_twice_or_not_there_is_refused()
    {
        await Done(Settle(1), Privacy);

        Assert.Equal(new ReviewSubject.ReviewConditionIsSo(Key, 1, 1, "met"), (await Do(Settle(1), Privacy)).Refusal);
        Assert.Equal(new ReviewSubject.ReviewConditionIsSo(Key, 1, 2, "open"), (await Do(Settle(2, met: false), Privacy)).Refusal);
        Assert.Equal(new ReviewSubject.NoSuchReviewCondition(Key, 1, 3, 2), (await Do(Settle(3), Privacy)).Refusal);
        Assert.Equal(["evidence"], Fields(await Do(Settle(2) with { Evidence = " " }, Privacy)));
        Assert.Equal(["reason"], Fields(await Do(Settle(1, met: false) with { Reason = null }, Privacy)));
    }

    [Fact]
    public Task Only_those_who_answer_for_privacy_settle() => OnlyForThoseWhoMay<Position>(key => Settle(1, key: key), Responder);
}
