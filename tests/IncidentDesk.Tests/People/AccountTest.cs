using IncidentDesk.Door;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.SigningIn;

namespace IncidentDesk.Tests.People;

/// <summary>A desk on which the responder has a password and an authenticator, as after their first day.</summary>
public abstract class AccountTest : DeskTest
{
    protected const string Email = "remy.responder@example.org";
    protected static readonly Secret Password = new("four words make rain");

    /// <summary>What the responder's phone holds; empty until set up.</summary>
    protected string Key { get; private set; } = "";

    protected async Task<Admission> Join(Actor? who = null)
    {
        var link = await Done(new RenewInvitation { Person = (who ?? Responder).Person }, Admin);
        return await Done(new AcceptInvitation { Secret = new(link.Secret), Password = Password, Zone = "Europe/Berlin" }, Actor.Nobody);
    }

    protected async Task<IReadOnlyList<string>> JoinWithAuthenticator()
    {
        await Join();
        Key = (await Own()).Offered!.Key;
        return (await Done(new ConfirmAuthenticator { Code = Code() })).RecoveryCodes;
    }

    protected Task<OwnAccount> Own(Actor? who = null) => Read((db, caller) => AccountQueries.Own(db, caller), who);

    /// <summary>What the phone shows now.</summary>
    protected Secret Code() => new(Totp.CodeAt(Key, Clock.GetUtcNow()));

    protected void NextCode() => Clock.Advance(TimeSpan.FromSeconds(30));

    protected Task<Outcome<Admission>> SignIn(Secret? password = null, Secret? code = null, string email = Email) =>
        Desk.Do(new SignIn { Email = email, Password = password ?? Password, Code = code ?? Secret.None }, Actor.Nobody);

    /// <summary>A session of what was just admitted, as the host begins one.</summary>
    protected async Task<Actor> Session(Admission admission, string device = "Firefox on Linux") =>
        new(admission.Person, Actor.Page)
        {
            Limit = admission.HasAuthenticator ? Roles.All : Roles.None,
            Session = await Done(new BeginSession
            {
                Person = admission.Person, Stamp = new(admission.Stamp), Device = device, Place = "192.0.2.7"
            }, Actor.Nobody),
        };

    protected async Task<bool> Lasts(Actor session) =>
        await Read((db, _) => SessionQueries.InForce(db, session, Clock.GetUtcNow(), default), Actor.Nobody) is not null;
}
