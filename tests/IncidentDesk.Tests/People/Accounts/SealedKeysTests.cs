using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Tests.People.Accounts;

/// <summary>With a seal as a host gives one: what is secret cannot be read in the database.</summary>
public sealed class SealedKeysTests : AccountTest
{
    readonly Seal _seal = new(text => $"[{new string([.. text.Reverse()])}]", text => new string([.. text[1..^1].Reverse()]));

    protected override void Arrange(IServiceCollection services) => services.AddSingleton(_seal);

    [Fact]
    public async Task The_key_of_an_authenticator_is_nowhere_in_the_database_while_it_is_offered_and_afterwards()
    {
        await Join();
        var offered = (await Own()).Offered!.Key;
        Assert.Empty(await Holding(offered));

        await Done(new ConfirmAuthenticator { Code = new(Totp.CodeAt(offered, Now)) });
        NextCode();

        Assert.Empty(await Holding(offered));
        Assert.True((await SignIn(code: new(Totp.CodeAt(offered, Clock.GetUtcNow())))).Done);
    }

    [Fact]
    public async Task A_key_that_an_earlier_version_kept_in_plain_text_still_opens_and_is_sealed_at_the_next_start()
    {
        await JoinWithAuthenticator();
        await using (var scope = Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
            await Service<DeskStore>().Write(db, async () =>
                (await db.Accounts.Where(a => a.Id == Responder.Person)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.AuthenticatorKey, Key)), true), default);
        }
        Assert.Equal(Key, await Kept());
        NextCode();
        Assert.True((await SignIn(code: Code())).Done);

        await Desk.Do(new SealAccounts(), Actor.System);

        Assert.DoesNotContain(Key, await Kept(), StringComparison.Ordinal);
        NextCode();
        Assert.True((await SignIn(code: Code())).Done);
    }

    [Fact]
    public async Task Without_the_keys_of_the_desk_no_code_is_right_and_a_recovery_code_is()
    {
        var codes = await JoinWithAuthenticator();
        await using var lost = await Node(sealing: new Seal(_ => "other", _ => null));
        NextCode();

        var desk = lost.GetRequiredService<IncidentDesk.Door.Desk>();
        Task<Outcome<Admission>> With(Secret code) =>
            desk.Do(new SignIn { Email = Email, Password = Password, Code = code }, Actor.Nobody);

        Assert.IsType<SignInFailed>((await With(Code())).Refusal);
        Assert.True((await With(new(codes[0]))).Done);
    }

    [Fact]
    public async Task What_is_remembered_of_a_command_differs_each_time_and_cannot_be_tried_without_the_keys()
    {
        foreach (var key in new[] { "a", "b" }) await Desk.Do(new DeclareIncident { Title = "Same words" }, Responder, new() { Key = key });

        var kept = await Read((db, _) => db.Rows("SELECT Fingerprint FROM Answers", row => row.GetString(0), default));

        Assert.Equal(2, kept.Count);
        Assert.Equal(2, kept.Distinct().Count());
        Assert.All(kept, k => Assert.StartsWith("sealed:", k, StringComparison.Ordinal));
    }

    async Task<ServiceProvider> Node(Seal sealing) => await Node(arrange: services => services.AddSingleton(sealing));

    Task<string> Kept() => Read(async (db, _) => string.Join('\n',
        await db.Rows("SELECT AuthenticatorKey FROM Accounts WHERE AuthenticatorKey IS NOT NULL", row => row.GetString(0), default)));
}
