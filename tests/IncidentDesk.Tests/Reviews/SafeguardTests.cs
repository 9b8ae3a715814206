using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Claiming;

namespace IncidentDesk.Tests.Reviews;

public sealed class SafeguardTests : ReviewTest
{
    static ClaimSafeguard OptOut(string key = Key) => new()
    {
        Key = key, Kind = SafeguardKind.OptOut, Claim = "Everybody can opt out", ClaimedIn = "Notice to staff of April",
        Covered = ["executives"], NotCovered = ["staff"], NotKnown = ["contractors"],
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(Subject());
    }

    async Task<Safeguard> TheSafeguard() => (await TheSheet()).Subject.Safeguards.Single();

    [Fact]
    public async Task An_opt_out_for_executives_alone_is_called_unequal()
    {
        Assert.True((await Do(OptOut())).Done);

        var safeguard = await TheSafeguard();
        Assert.True(safeguard.IsUnequal);
        Assert.Equal("Unequal: executives are covered, staff are not. Not known for contractors.", safeguard.InWords);
        Assert.Equal(SafeguardResult.NotVerified, safeguard.Standing);
        Assert.EndsWith("1 safeguard is unequal.", (await TheSheet()).InShort, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_check_came_to_stands_until_the_groups_change()
    {
        await Done(OptOut());
        Assert.True((await Do(new VerifySafeguard
        {
            Key = Key, Safeguard = 1, Standing = SafeguardResult.DoesNotHold,
            Evidence = "Two employees asked and got no answer"
        })).Done);
        Assert.Equal(("Remy Responder", SafeguardResult.DoesNotHold),
            ((await TheSafeguard()).Check!.By, (await TheSafeguard()).Standing));

        Assert.True((await Do(new ReviseSafeguard
        {
            Key = Key, Safeguard = 1, Covered = ["executives", "staff"], Reason = "Opened to everybody"
        })).Done);

        Assert.Equal("Covered: executives and staff.", (await TheSafeguard()).InWords);
        Assert.Equal(SafeguardResult.NotVerified, (await TheSafeguard()).Standing);
    }

    [Fact]
    public async Task Withdrawn_it_is_unequal_no_more_and_stays_readable()
    {
        await Done(OptOut());

        Assert.True((await Do(new WithdrawSafeguard { Key = Key, Safeguard = 1, Reason = "Never announced" }, Privacy)).Done);

        Assert.False((await TheSheet()).IsUnequal);
        Assert.Equal("Never announced", (await TheSafeguard()).Withdrawn!.Reason);
        Assert.Equal(new ReviewSubject.SafeguardIsWithdrawn(Key, 1),
            (await Do(new VerifySafeguard { Key = Key, Safeguard = 1, Evidence = "x" })).Refusal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await Done(OptOut());

        Assert.Equal(new ReviewSubject.GroupTwice("Staff"), (await Do(OptOut() with { Covered = ["Staff"] })).Refusal);
        Assert.Equal(new ReviewSubject.NoSuchSafeguard(Key, 2, 1),
            (await Do(new VerifySafeguard { Key = Key, Safeguard = 2, Evidence = "x" })).Refusal);
        Assert.Equal(new ReviewSubject.CoversThose(Key, 1), (await Do(new ReviseSafeguard
        {
            Key = Key, Safeguard = 1, Covered = ["executives"], NotCovered = ["staff"], NotKnown = ["contractors"], Reason = "x"
        })).Refusal);
        Assert.Equal(["claim", "claimedIn", "covered", "kind"],
            Fields(await Do(new ClaimSafeguard { Key = Key, Kind = (SafeguardKind)77, Covered = [""] })));
        Assert.Equal(["evidence", "standing"],
            Fields(await Do(new VerifySafeguard { Key = Key, Safeguard = 1, Standing = SafeguardResult.NotVerified })));
    }

    [Fact]
    public async Task Only_those_who_look_into_things_record_and_those_who_answer_withdraw()
    {
        await OnlyForThoseWhoMay<Position>(key => OptOut(key));
        await OnlyForThoseWhoMay<Position>(key => new VerifySafeguard { Key = key, Safeguard = 1, Evidence = "x" });
        await OnlyForThoseWhoMay<Position>(key => new ReviseSafeguard { Key = key, Safeguard = 1, Covered = ["x"], Reason = "x" });
        await OnlyForThoseWhoMay<Position>(key => new WithdrawSafeguard { Key = key, Safeguard = 1, Reason = "x" }, Responder);
    }
}
