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
    public async Task Wrong_passwords_lock_nobody_out_who_has_the_right_one_and_the_code()
    {
        await JoinWithAuthenticator();
        NextCode();
        for (var n = 0; n < 3 * Account.MostFailures; n++) await SignIn(new("not the password"), Code());

        Assert.True((await SignIn(code: Code())).Done);
    }

    [Fact]
    public async Task Who_has_the_password_guesses_ten_codes_from_one_place_and_then_none_for_fifteen_minutes()
    {
        await JoinWithAuthenticator();
        NextCode();
        for (var n = 0; n < Guesses.Most; n++) await SignInFrom("198.51.100.7", code: new("000000"));

        Assert.IsType<SignInFailed>((await SignInFrom("198.51.100.7", Code())).Refusal);
        Assert.True((await SignInFrom("203.0.113.9", Code())).Done);
        Clock.Advance(Guesses.Wait);
        Assert.True((await SignInFrom("198.51.100.7", Code())).Done);
    }

    [Fact]
    public async Task Guesses_from_everywhere_stop_codes_but_neither_a_known_device_nor_a_recovery_code()
    {
        var codes = await JoinWithAuthenticator();
        NextCode();
        for (var n = 0; n < Account.MostFailures; n++) await SignInFrom($"198.51.100.{n}", code: new("000000"));

        Assert.IsType<SignInFailed>((await SignInFrom("203.0.113.9", Code())).Refusal);
        Assert.True((await SignInFrom("203.0.113.9", new(codes[0]))).Done);
        Assert.True((await SignInFrom("203.0.113.9", Code(), new(Guid.NewGuid(), [Responder.Person]))).Done);
        NextCode();
        Assert.IsType<SignInFailed>((await SignInFrom("203.0.113.9", Code(), new(Guid.NewGuid(), [Second.Person]))).Refusal);
        Clock.Advance(Account.Window);
        Assert.True((await SignInFrom("203.0.113.9", Code())).Done);
    }

    [Fact]
    public async Task A_known_device_that_guesses_stops_itself_and_nobody_else()
    {
        await JoinWithAuthenticator();
        NextCode();
        var stolen = new KnownDevice(Guid.NewGuid(), [Responder.Person]);
        for (var n = 0; n < Account.MostFailures; n++) await SignInFrom("", new("000000"), stolen);

        Assert.IsType<SignInFailed>((await SignInFrom("", Code(), stolen)).Refusal);
        Assert.True((await SignInFrom("", Code())).Done);
    }

    [Fact]
    public async Task Where_there_is_no_second_factor_yet_passwords_are_counted()
    {
        await Join();
        for (var n = 0; n < Guesses.Most - 1; n++) await SignIn(new("not the password"));
        Assert.True((await SignIn()).Done);
        for (var n = 0; n < Guesses.Most; n++) await SignIn(new("not the password"));
        Assert.IsType<SignInFailed>((await SignIn()).Refusal);
        Clock.Advance(Guesses.Wait);
        Assert.True((await SignIn()).Done);
    }

    Task<Outcome<Admission>> SignInFrom(string place, Secret code, KnownDevice? device = null) =>
        Desk.Do(new SignIn { Email = Email, Password = Password, Code = code, Place = place, Device = device }, Actor.Nobody);

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
        for (var n = 0; n < Guesses.Most; n++)
            Assert.IsType<CodeNotAccepted>((await Do(new StartAuthenticator { Code = new("000000") })).Refusal);

        Assert.IsType<CodeNotAccepted>((await Do(new StartAuthenticator { Code = Code() })).Refusal);
    }
}
