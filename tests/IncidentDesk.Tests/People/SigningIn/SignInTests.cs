using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.People.SigningIn;

public sealed class SignInTests : AccountTest
{
    [Fact]
    public async Task Password_and_code_let_a_person_in()
    {
        await JoinWithAuthenticator();
        NextCode();

        var admitted = await SignIn(code: Code());

        Assert.Equal(Responder.Person, admitted.Value!.Person);
        Assert.True(await Lasts(await Session(admitted.Value)));
    }

    [Fact]
    public async Task A_code_is_good_once_even_within_its_own_half_minute()
    {
        await JoinWithAuthenticator();
        NextCode();
        Assert.True((await SignIn(code: Code())).Done);

        Assert.IsType<SignInFailed>((await SignIn(code: Code())).Refusal);
        NextCode();
        Assert.True((await SignIn(code: Code())).Done);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once_however_it_is_typed()
    {
        var codes = await JoinWithAuthenticator();

        Assert.Equal(10, codes.Distinct().Count());
        Assert.True((await SignIn(code: new(codes[3].ToLowerInvariant().Replace('-', ' ')))).Done);
        Assert.IsType<SignInFailed>((await SignIn(code: new(codes[3]))).Refusal);
        Assert.Equal(9, (await Own()).RecoveryCodesLeft);
    }

    [Fact]
    public async Task Every_reason_gets_the_same_answer()
    {
        await JoinWithAuthenticator();
        NextCode();

        Outcome<Admission>[] failed =
        [
            await SignIn(new("not the password"), Code()), await SignIn(), await SignIn(code: new("000000")),
            await SignIn(email: "nobody@example.org"), await SignIn(email: "sam.second@example.org"),
        ];

        Assert.All(failed, f => Assert.Equal(new SignInFailed(), f.Refusal));
    }

    [Fact]
    public async Task Five_failures_make_the_account_wait_for_fifteen_minutes_even_with_the_right_password()
    {
        await JoinWithAuthenticator();
        NextCode();
        for (var n = 0; n < Account.MostFailures; n++) await SignIn(new("not the password"));

        Assert.IsType<SignInFailed>((await SignIn(code: Code())).Refusal);
        Clock.Advance(Account.Wait - TimeSpan.FromSeconds(1));
        Assert.IsType<SignInFailed>((await SignIn(code: Code())).Refusal);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await SignIn(code: Code())).Done);
    }

    [Fact]
    public async Task Four_failures_are_forgiven_by_a_success()
    {
        await Join();
        for (var round = 0; round < 2; round++)
        {
            for (var n = 0; n < Account.MostFailures - 1; n++) await SignIn(new("not the password"));
            Assert.True((await SignIn()).Done);
        }
    }

    [Fact]
    public async Task A_failure_for_an_unknown_address_is_counted_like_any_other_so_that_it_costs_the_same()
    {
        await SignIn(email: "nobody@example.org");

        Assert.Equal(1, await Read((db, _) => db.Accounts.Where(a => a.Id == Guid.Empty).Select(a => a.AccessFailedCount).SingleAsync()));
    }

    [Fact]
    public async Task Without_address_or_password_there_is_nothing_to_check()
    {
        var outcome = await Do(new SignIn(), Actor.Nobody);

        Assert.Equal(["email", "password"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields.Keys.Order());
    }

    [Fact]
    public async Task The_wait_also_holds_for_whoever_guesses_codes_from_within_a_session()
    {
        await JoinWithAuthenticator();
        NextCode();
        for (var n = 0; n < Account.MostFailures; n++)
            Assert.IsType<CodeNotAccepted>((await Do(new StartAuthenticator { Code = new("000000") })).Refusal);

        Assert.IsType<CodeNotAccepted>((await Do(new StartAuthenticator { Code = Code() })).Refusal);
    }
}
