using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Inviting;
using Microsoft.EntityFrameworkCore;
using ThePerson = IncidentDesk.People.Person;

namespace IncidentDesk.Tests.People.Inviting;

public sealed class AcceptInvitationTests : AccountTest
{
    [Fact]
    public async Task Whoever_holds_the_link_sets_a_password_and_is_let_in_as_far_as_the_authenticator()
    {
        var invited = await Done(new InvitePerson { Name = "Nia New", Email = "Nia@Example.org", Roles = Roles.Comms }, Admin);

        var admitted = await Do(
            new AcceptInvitation { Secret = new(invited.Secret), Password = Password, Zone = "Africa/Nairobi" }, Actor.Nobody);

        Assert.Equal(invited.Person, admitted.Value!.Person);
        Assert.False(admitted.Value.HasAuthenticator);
        Assert.False(await Session(admitted.Value));
        var nia = await Read((db, _) => db.People.SingleAsync(p => p.Id == invited.Person));
        Assert.Equal(("nia@example.org", "Africa/Nairobi", Now), (nia.Email, nia.Zone, nia.JoinedAt));
        Assert.Equal(admitted.Value.Person, (await SignIn(email: "NIA@example.org ")).Value!.Person);
    }

    [Fact]
    public async Task A_link_is_good_once()
    {
        var link = await Done(new RenewInvitation { Person = Responder.Person }, Admin);
        await Done(new AcceptInvitation { Secret = new(link.Secret), Password = Password }, Actor.Nobody);

        Assert.IsType<ThePerson.LinkSpent>(
            (await Do(new AcceptInvitation { Secret = new(link.Secret), Password = Password }, Actor.Nobody)).Refusal);
    }

    [Fact]
    public async Task A_link_that_expired_or_never_was_opens_nothing()
    {
        var link = await Done(new RenewInvitation { Person = Responder.Person }, Admin);
        Clock.Advance(OneTimeLink.GoodFor);

        Assert.IsType<ThePerson.LinkSpent>(
            (await Do(new AcceptInvitation { Secret = new(link.Secret), Password = Password }, Actor.Nobody)).Refusal);
        Assert.IsType<ThePerson.LinkSpent>(
            (await Do(new AcceptInvitation { Secret = new("made up"), Password = Password }, Actor.Nobody)).Refusal);
    }

    [Theory]
    [InlineData("short", "password")]
    [InlineData("Responder-1234", "password")]
    public async Task A_weak_password_is_refused_and_the_link_stays_good(string password, string field)
    {
        var link = await Done(new RenewInvitation { Person = Responder.Person }, Admin);

        var weak = await Do(new AcceptInvitation { Secret = new(link.Secret), Password = new(password) }, Actor.Nobody);

        Assert.Equal([field], Assert.IsType<Refusal.Invalid>(weak.Refusal).Fields.Keys);
        Assert.True((await Do(new AcceptInvitation { Secret = new(link.Secret), Password = Password }, Actor.Nobody)).Done);
    }

    [Fact]
    public async Task An_unknown_zone_and_an_address_that_is_set_already_are_refused_by_field()
    {
        var link = await Done(new RenewInvitation { Person = Responder.Person }, Admin);

        var zone = await Do(new AcceptInvitation { Secret = new(link.Secret), Password = Password, Zone = "Mars/Base" }, Actor.Nobody);
        var email = await Do(
            new AcceptInvitation { Secret = new(link.Secret), Password = Password, Email = "other@example.org" }, Actor.Nobody);

        Assert.Equal(["zone"], Assert.IsType<Refusal.Invalid>(zone.Refusal).Fields.Keys);
        Assert.Equal(["email"], Assert.IsType<Refusal.Invalid>(email.Refusal).Fields.Keys);
    }

    [Fact]
    public async Task A_password_is_stored_nowhere_but_as_a_slow_hash()
    {
        var link = await Done(new RenewInvitation { Person = Responder.Person }, Admin);
        await Do(new AcceptInvitation { Secret = new(link.Secret), Password = Password }, Actor.Nobody);

        var command = new AcceptInvitation { Secret = new(link.Secret), Password = Password };
        var hash = await Read((db, _) => db.Accounts.Where(a => a.Id == Responder.Person).Select(a => a.PasswordHash).SingleAsync());

        Assert.DoesNotContain(Password.Value,
            await Dump() + hash + command + Json.Write(command, typeof(AcceptInvitation)), StringComparison.Ordinal);
        Assert.True(Passwords.Verify(hash!, Password));
    }
}
