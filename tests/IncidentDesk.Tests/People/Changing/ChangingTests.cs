using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Tokens;
using IncidentDesk.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.People.Changing;

public sealed class ChangingTests : AccountTest
{
    static readonly Secret Another = new("a different long sentence");

    [Fact]
    public async Task A_new_password_replaces_the_old_one_and_ends_the_other_sessions()
    {
        var before = await Session(await Join());
        var token = await Done(new IssueToken { Name = "script", Roles = Roles.Responder });

        var changed = await Do(new ChangeOwnPassword { Present = Password, Password = Another });

        Assert.False(await Lasts(before));
        Assert.True(await Lasts(await Session(changed.Value!)));
        Assert.NotNull(await Read((db, _) => TokenQueries.Present(db, token.Secret, Now, default)));
        Assert.False((await SignIn()).Done);
        Assert.True((await SignIn(Another)).Done);
    }

    [Fact]
    public async Task The_tokens_go_with_the_old_password_if_one_wishes()
    {
        await Join();
        var token = await Done(new IssueToken { Name = "script", Roles = Roles.Responder });

        Assert.True((await Do(new ChangeOwnPassword { Present = Password, Password = Another, RevokeTokens = true })).Done);

        Assert.Null(await Read((db, _) => TokenQueries.Present(db, token.Secret, Now, default)));
    }

    [Fact]
    public async Task A_wrong_present_password_is_counted_and_changes_nothing()
    {
        await Join();

        Assert.IsType<PresentPasswordWrong>(
            (await Desk.Do(new ChangeOwnPassword { Present = Another, Password = Another }, Responder)).Refusal);

        Assert.True((await SignIn()).Done);
        for (var n = 1; n < Guesses.Most; n++)
            await Desk.Do(new ChangeOwnPassword { Present = Another, Password = Another }, Responder);
        Assert.IsType<PresentPasswordWrong>((await Do(new ChangeOwnPassword { Present = Password, Password = Another })).Refusal);
    }

    [Fact]
    public async Task A_weak_new_password_is_refused_by_field()
    {
        await Join();

        Assert.Equal(["password"], Assert.IsType<Refusal.Invalid>(
            (await Do(new ChangeOwnPassword { Present = Password, Password = new("tiny") })).Refusal).Fields.Keys);
        Assert.Equal(["password"], Assert.IsType<Refusal.Invalid>(
            (await Do(new ChangeOwnPassword { Present = Password, Password = new("welcome123456") })).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_person_chooses_their_name_and_zone()
    {
        Assert.True((await Do(new ChangeOwnProfile { Name = " Remy R. ", Zone = "America/New_York" })).Done);

        var remy = await Read((db, _) => db.People.SingleAsync(p => p.Id == Responder.Person));
        Assert.Equal(("Remy R.", "America/New_York"), (remy.Name, remy.Zone));
        Assert.Equal(["name", "zone"],
            Assert.IsType<Refusal.Invalid>((await Do(new ChangeOwnProfile { Zone = "Nowhere" })).Refusal).Fields.Keys.Order());
    }

    [Fact]
    public async Task An_account_is_changed_by_its_owner_only()
    {
        Assert.IsType<Refusal.NotSignedIn>((await Do(new ChangeOwnProfile { Name = "x", Zone = "Etc/UTC" }, Actor.Nobody)).Refusal);
        Assert.IsType<Refusal.NotSignedIn>(
            (await Do(new ChangeOwnPassword { Present = Password, Password = Another }, Actor.Nobody)).Refusal);
        Assert.IsType<PresentPasswordWrong>((await Do(new ChangeOwnPassword { Present = Password, Password = Another }, Second)).Refusal);
    }
}
