using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Resuming;

namespace IncidentDesk.Tests.Pauses.Resuming;

public sealed class ResumePauseTests : PauseTest
{
    [Fact]
    public async Task A_pause_is_never_lifted_by_one_person()
    {
        await Approved();

        Assert.Equal(new Pause.SecondPersonNeeded(Key, "Lou Leader"), (await Do(new ResumePause { Key = Key }, Leader)).Refusal);

        Assert.True((await ThePause()).IsInForce);
    }

    [Fact]
    public async Task A_second_person_resumes_what_the_first_approved()
    {
        await Approved();
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await Do(new ResumePause { Key = Key }, Second)).Done);

        var pause = await ThePause();
        Assert.Equal((PauseState.Resumed, Now.AddHours(1), true), (pause.State, pause.EndedAt, pause.IsOver));
        Assert.Equal(["Remy Responder", "Remy Responder", "Remy Responder", "Remy Responder", "Lou Leader", "Sam Second"],
            pause.History.Select(h => h.Name));
        Assert.Empty(await Read((db, _) => PauseQueries.InForce(db, RightNow)));
    }

    [Fact]
    public async Task Without_an_approval_nothing_resumes()
    {
        await Ordered();
        await Met();

        Assert.Equal(new Pause.ApprovalMissing(Key), (await Do(new ResumePause { Key = Key })).Refusal);
    }

    [Fact]
    public async Task A_proposal_has_nothing_to_resume_and_what_is_over_stays_over()
    {
        await Done(Proposal());
        await Withdrawn("other");

        Assert.Equal(new Pause.NotInForce(Key), (await Do(new ResumePause { Key = Key })).Refusal);
        Assert.Equal(new Pause.Over("other", "withdrawn"), (await Do(new ResumePause { Key = "other" })).Refusal);
    }

    [Fact]
    public Task Only_those_who_may_pause_and_see_it_can_resume() => OnlyForThoseWhoMay(key => new ResumePause { Key = key });
}
