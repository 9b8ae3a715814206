using IncidentDesk.Assets.Linking;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.People;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;
using IncidentDesk.Tests.Assets;

namespace IncidentDesk.Tests.Pauses.Resuming;

/// <summary>What an approval is worth, and when it dies.</summary>
public sealed class ResumeGateTests : PauseTest
{
    static SettleCondition Reopen => new() { Key = Key, Condition = 1, State = ConditionState.Open, Reason = "Another meeting" };
    static SettleCondition MeetAgain => new() { Key = Key, Condition = 1, Evidence = "Minutes of 13 June" };

    [Fact]
    public async Task Two_accounts_of_one_person_do_not_make_two_people()
    {
        await Approved();
        var invited = await Done(
            new InvitePerson { Name = "Lou's other account", Email = "Lou.Leader+night@EXAMPLE.org", Roles = Roles.Leadership }, Admin);

        var refused = await Do(new ResumePause { Key = Key }, new Actor(invited.Person, "test"));

        Assert.Equal(new Pause.OnePersonTwice(Key, "Lou Leader"), refused.Refusal);
        Assert.True((await ThePause()).IsInForce);
        Assert.True((await Do(new ResumePause { Key = Key }, Second)).Done);
    }

    [Fact]
    public async Task An_approval_is_worth_nothing_once_its_giver_may_not_approve()
    {
        await Approved();
        await Done(new ChangeRoles { Person = Leader.Person, Roles = Roles.Viewer }, Admin);

        Assert.Equal(new Pause.ApproverWithoutAuthority(Key, "Lou Leader"), (await Do(new ResumePause { Key = Key }, Second)).Refusal);

        await Done(new DeactivatePerson { Person = Leader.Person }, Admin);
        Assert.Equal(new Pause.ApproverWithoutAuthority(Key, "Lou Leader"), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
    }

    [Theory, InlineData("set"), InlineData("linked"), InlineData("reached"), InlineData("unlinked")]
    public async Task An_approval_dies_when_what_is_known_of_the_disclosure_changes(string how)
    {
        var number = await WithAssets("hive://w/a", "hive://w/b");
        await Done(Catalogue.Import("key,upstreams\nhive://w/downstream,hive://w/a\n", "lineage.csv"));
        await Approved(incident: number);

        if (how == "set") await Do(new SetExposure { Incident = number, All = true, Disclosure = Disclosure.Disclosed });
        else if (how == "reached") await Do(new LinkReached { Incident = number });
        else if (how == "linked") await Do(new LinkAssets { Incident = number, Keys = ["hive://w/c"] });
        else await Do(new UnlinkAssets { Incident = number, Keys = ["hive://w/a"], Reason = "Not ours" });

        Assert.Equal(new Pause.ApprovalMissing(Key), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
        Assert.Equal(
            "Pause mci-program: the approval to resume by Lou Leader has ended; it stays paused. "
                + "Why: the recorded disclosure of the incident's assets changed after the approval.",
            await LastSentence());
    }

    [Fact]
    public async Task What_is_written_of_assets_without_changing_their_disclosure_leaves_the_approval_alone()
    {
        var number = await WithAssets("hive://w/a");
        await Approved(incident: number);

        await Do(new SetExposure { Incident = number, All = true, ExposedFrom = Now.AddDays(-3) });

        Assert.True((await Do(new ResumePause { Key = Key }, Second)).Done);
    }

    [Fact]
    public async Task An_approval_sent_again_after_a_change_answers_as_before_and_approves_nothing()
    {
        await Ordered();
        await Met();
        var (approval, terms) = (new ApproveResume { Key = Key, Reason = "Fine" }, new Terms { Key = "approval-1" });
        var first = await Desk.Do(approval, Leader, terms);
        await Done(Reopen);

        var replayed = await Desk.Do(approval, Leader, terms);

        Assert.Equal(first.Value, replayed.Value);
        Assert.Null((await ThePause()).Approval);
        Assert.IsType<Pause.ConditionsOpen>((await Do(new ResumePause { Key = Key }, Second)).Refusal);
    }

    [Fact]
    public async Task A_clock_set_back_makes_no_old_approval_newer()
    {
        await Approved();
        Clock.AdjustTime(Now.AddHours(-5));
        await Done(Reopen);
        await Done(MeetAgain);

        Assert.Equal(new Pause.ApprovalMissing(Key), (await Do(new ResumePause { Key = Key }, Second)).Refusal);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], (await ThePause()).History.Select(h => h.Position));
    }

    async Task<int> WithAssets(params string[] linked)
    {
        await Done(Catalogue.Import("key\nhive://w/a\nhive://w/b\nhive://w/c\n"));
        var number = (await Incident()).Number;
        await Done(new LinkAssets { Incident = number, Keys = linked });
        return number;
    }
}
