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
    bool _keysAreLost;

    protected override void Arrange(IServiceCollection services) => services.AddSingleton(new Seal(
        text => $"[{new string([.. text.Reverse()])}]", text => _keysAreLost ? null : new string([.. text[1..^1].Reverse()])));

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
        NextCode();
        var code = Code();

        _keysAreLost = true;

        Assert.IsType<SignInFailed>((await SignIn(code: code)).Refusal);
        Assert.True((await SignIn(code: new(codes[0]))).Done);
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

    Task<string> Kept() => Read(async (db, _) => string.Join('\n',
        await db.Rows("SELECT AuthenticatorKey FROM Accounts WHERE AuthenticatorKey IS NOT NULL", row => row.GetString(0), default)));
}
