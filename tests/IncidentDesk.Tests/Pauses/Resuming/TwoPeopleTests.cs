using IncidentDesk.Door;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Inviting;

namespace IncidentDesk.Tests.Pauses.Resuming;

/// <summary>Two people resume, and no administrator is both of them.</summary>
public sealed class TwoPeopleTests : PauseTest
{
    static ApproveResume Approval => new() { Key = Key, Reason = "All conditions are met" };

    [Fact]
    public async Task Somebody_made_after_it_was_ordered_neither_approves_nor_resumes()
    {
        await Ordered();
        await Met();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var puppet = await Person("Pup Pet", Roles.Responder);

        Assert.Equal(new Pause.CameAfterwards(Key), (await Do(Approval, puppet)).Refusal);
        await Done(Approval, Leader);
        Assert.Equal(new Pause.CameAfterwards(Key), (await Do(new ResumePause { Key = Key }, puppet)).Refusal);
        Assert.True((await Do(new ResumePause { Key = Key })).Done);
    }

    [Fact]
    public async Task An_administrator_who_renewed_the_link_of_who_approved_does_not_resume()
    {
        await Ordered();
        await Met();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Done(new RenewInvitation { Person = Second.Person }, Admin);
        await Done(Approval, Second);

        Assert.Equal(new Pause.OneHand(Key, "Sam Second"), (await Do(new ResumePause { Key = Key }, Admin)).Refusal);
        Assert.True((await Do(new ResumePause { Key = Key })).Done);
    }

    [Fact]
    public async Task Two_who_were_let_in_again_by_one_hand_are_no_two_people()
    {
        await Ordered();
        await Met();
        Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var renewed in new[] { Second, Leader }) await Done(new RenewInvitation { Person = renewed.Person }, Admin);
        await Done(Approval, Second);

        Assert.Equal(new Pause.OneHand(Key, "Sam Second"), (await Do(new ResumePause { Key = Key }, Leader)).Refusal);
        Assert.True((await Do(new ResumePause { Key = Key })).Done);
    }

    [Fact]
    public async Task What_was_renewed_before_it_was_ordered_does_not_count()
    {
        foreach (var renewed in new[] { Second, Leader }) await Done(new RenewInvitation { Person = renewed.Person }, Admin);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Ordered();
        await Met();
        await Done(Approval, Second);

        Assert.True((await Do(new ResumePause { Key = Key }, Leader)).Done);
    }
}
