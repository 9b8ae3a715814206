using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Events;
using IncidentDesk.People.SigningIn;
using ThePerson = IncidentDesk.People.Person;

namespace IncidentDesk.Tests.People.Authenticating;

public sealed class AuthenticatorTests : AccountTest
{
    [Fact]
    public async Task The_first_code_takes_the_authenticator_into_use_and_shows_recovery_codes_once()
    {
        var admitted = await Join();
        var offered = (await Own()).Offered!;

        var done = await Do(new ConfirmAuthenticator { Code = new(Totp.CodeAt(offered.Key, Now)) });

        Assert.StartsWith("otpauth://totp/IncidentDesk:remy.responder%40example.org?secret=" + offered.Key,
            offered.Address, StringComparison.Ordinal);
        Assert.Equal(10, done.Value!.RecoveryCodes.Count);
        Assert.Equal(new OwnAccount(true, 10, null), await Own());
        Assert.Null(await Session(admitted));
        Assert.True(await Session(done.Value.Admission));
    }

    [Fact]
    public async Task A_wrong_first_code_leaves_the_offer_standing()
    {
        await Join();
        var offered = (await Own()).Offered;

        var wrong = await Do(new ConfirmAuthenticator { Code = new("000000") });

        Assert.Equal(["code"], Assert.IsType<Refusal.Invalid>(wrong.Refusal).Fields.Keys);
        Assert.Equal(offered, (await Own()).Offered);
        Assert.IsType<NothingOffered>((await Do(new ConfirmAuthenticator { Code = new("000000") }, Second)).Refusal);
    }

    [Fact]
    public async Task Another_authenticator_needs_a_code_of_the_present_one_which_stays_until_the_new_one_has_shown_its_own()
    {
        await JoinWithAuthenticator();
        NextCode();

        Assert.IsType<CodeNotAccepted>((await Do(new StartAuthenticator())).Refusal);
        var offered = (await Do(new StartAuthenticator { Code = Code() })).Value!;
        NextCode();
        Assert.True((await SignIn(code: Code())).Done);
        NextCode();
        await Done(new ConfirmAuthenticator { Code = new(Totp.CodeAt(offered.Key, Clock.GetUtcNow())) });
        NextCode();

        Assert.IsType<SignInFailed>((await SignIn(code: Code())).Refusal);
        Assert.True((await SignIn(code: new(Totp.CodeAt(offered.Key, Clock.GetUtcNow())))).Done);
    }

    [Fact]
    public async Task Without_a_password_there_is_no_authenticator_to_set_up() =>
        Assert.IsType<NoAccount>((await Do(new StartAuthenticator())).Refusal);

    [Fact]
    public async Task An_administrator_resets_a_lost_one_and_every_session_ends()
    {
        await JoinWithAuthenticator();
        NextCode();
        var before = (await SignIn(code: Code())).Value!;

        Assert.True((await Do(new ResetAuthenticator { Person = Responder.Person }, Admin)).Done);

        Assert.Null(await Session(before));
        var admitted = await SignIn();
        Assert.False(admitted.Value!.HasAuthenticator);
        Assert.NotNull((await Own()).Offered);
        Assert.Equal(new ThePerson.NoAuthenticator("Remy Responder"),
            (await Do(new ResetAuthenticator { Person = Responder.Person }, Admin)).Refusal);
    }

    [Fact]
    public async Task Only_an_administrator_resets_and_nobody_sets_up_without_signing_in()
    {
        Assert.IsType<Refusal.NotFound>((await Do(new ResetAuthenticator { Person = Responder.Person }, Second)).Refusal);
        Assert.IsType<Refusal.NotFound>((await Do(new ResetAuthenticator { Person = Guid.NewGuid() }, Admin)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(new StartAuthenticator(), Actor.Nobody)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>((await Do(new ConfirmAuthenticator { Code = new("123456") }, Actor.Nobody)).Refusal);
        Assert.Equal("Remy set up an authenticator.", new AuthenticatorSetUp(Guid.Empty, "Remy").Sentence());
    }
}
