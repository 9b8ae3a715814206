using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.People;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Tokens;
using Microsoft.EntityFrameworkCore;
using ThePerson = IncidentDesk.People.Person;

namespace IncidentDesk.Tests.People;

public sealed class PeopleAdministrationTests : AccountTest
{
    [Fact]
    public async Task A_changed_role_is_in_force_at_the_next_command()
    {
        Assert.IsType<Refusal.NotFound>((await Do(new DeclareIncident { Title = "x" }, await Person("Vi Viewer", Roles.Viewer))).Refusal);

        Assert.True((await Do(new ChangeRoles { Person = Responder.Person, Roles = Roles.Viewer }, Admin)).Done);

        Assert.IsType<Refusal.NotFound>((await Do(new DeclareIncident { Title = "x" })).Refusal);
        Assert.Equal(new ThePerson.SameRoles("Remy Responder", Roles.Viewer),
            (await Do(new ChangeRoles { Person = Responder.Person, Roles = Roles.Viewer }, Admin)).Refusal);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await Done(new ChangeRoles { Person = Stranger.Person, Roles = Roles.Viewer }, Admin);

        Assert.Equal(new ThePerson.LastAdministrator("Ada Admin"),
            (await Do(new ChangeRoles { Person = Admin.Person, Roles = Roles.Viewer }, Admin)).Refusal);
        Assert.Equal(new ThePerson.LastAdministrator("Ada Admin"),
            (await Do(new DeactivatePerson { Person = Admin.Person }, Admin)).Refusal);
        await Done(new ChangeRoles { Person = Second.Person, Roles = Roles.Administrator }, Admin);
        Assert.True((await Do(new DeactivatePerson { Person = Admin.Person }, Second)).Done);
    }

    [Fact]
    public async Task Whoever_is_deactivated_is_out_at_once_with_every_session_and_token()
    {
        var session = await Join();
        var token = await Done(new IssueToken { Name = "script", Roles = Roles.Responder });

        Assert.True((await Do(new DeactivatePerson { Person = Responder.Person }, Admin)).Done);

        Assert.IsType<Refusal.NotSignedIn>((await Do(new DeclareIncident { Title = "x" })).Refusal);
        Assert.Null(await Session(session));
        Assert.False((await SignIn()).Done);
        await Done(new ReactivatePerson { Person = Responder.Person }, Admin);
        Assert.True((await SignIn()).Done);
        Assert.Null(await Read((db, _) => TokenQueries.Present(db, token.Secret, Now, default)));
    }

    [Fact]
    public async Task What_is_so_already_is_said_and_not_recorded_again()
    {
        Assert.Equal(new ThePerson.StillActive("Sam Second"), (await Do(new ReactivatePerson { Person = Second.Person }, Admin)).Refusal);
        await Done(new DeactivatePerson { Person = Second.Person }, Admin);
        var gone = new ThePerson.NoLongerActive("Sam Second");
        Assert.Equal(gone, (await Do(new DeactivatePerson { Person = Second.Person }, Admin)).Refusal);
        Assert.Equal(gone, (await Do(new ChangeRoles { Person = Second.Person, Roles = Roles.Viewer }, Admin)).Refusal);
        Assert.Equal(gone, (await Do(new RenewInvitation { Person = Second.Person }, Admin)).Refusal);
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_the_old_password_and_every_session()
    {
        var session = await Join();
        var first = await Done(new RenewInvitation { Person = Responder.Person }, Admin);

        var second = await Do(new RenewInvitation { Person = Responder.Person }, Admin);

        Assert.NotEqual(first.Secret, second.Value!.Secret);
        Assert.Null(await Session(session));
        Assert.False((await SignIn()).Done);
        Assert.Equal(1, await Read((db, _) => db.People.CountAsync(p => p.LinkHash == OneTimeLink.HashOf(second.Value.Secret))));
        Assert.Equal(0, await Read((db, _) => db.People.CountAsync(p => p.LinkHash == OneTimeLink.HashOf(first.Secret))));
    }

    [Fact]
    public async Task Only_an_administrator_administrates()
    {
        var someone = Second.Person;
        Refusal?[] refused =
        [
            (await Do(new InvitePerson { Name = "x", Email = "x@example.org" })).Refusal,
            (await Do(new ChangeRoles { Person = someone, Roles = Roles.Viewer })).Refusal,
            (await Do(new DeactivatePerson { Person = someone })).Refusal,
            (await Do(new ReactivatePerson { Person = someone })).Refusal,
            (await Do(new RenewInvitation { Person = someone })).Refusal,
            (await Do(new DeactivatePerson { Person = Guid.NewGuid() }, Admin)).Refusal,
        ];

        Assert.All(refused, r => Assert.IsType<Refusal.NotFound>(r));
    }

    [Fact]
    public async Task Nobody_is_left_out_of_the_shape_of_a_command()
    {
        Refusal?[] refused =
        [
            (await Do(new ChangeRoles(), Admin)).Refusal, (await Do(new DeactivatePerson(), Admin)).Refusal,
            (await Do(new ReactivatePerson(), Admin)).Refusal, (await Do(new RenewInvitation(), Admin)).Refusal,
            (await Do(new ChangeRoles { Person = Second.Person, Roles = (Roles)4096 }, Admin)).Refusal,
        ];

        Assert.All(refused, r => Assert.IsType<Refusal.Invalid>(r));
    }

    [Fact]
    public async Task The_list_shows_colleagues_and_what_they_take_part_in_without_what_is_private()
    {
        await Done(new DeclareIncident { Title = "Open to all" });
        await Done(new DeclareIncident { Title = "Behind closed doors", Visibility = Visibility.Private });

        var people = await Read((db, _) => PeopleQueries.List(db));
        var mine = await Read((db, _) => ParticipationQueries.Of(db, Responder.Person));
        var seen = await Read((db, _) => ParticipationQueries.Of(db, Responder.Person), Stranger);

        Assert.Equal("Ada Admin", people[0].Name);
        Assert.Equal(["Behind closed doors", "Open to all"], mine.Select(i => i.Title));
        Assert.Equal(["Open to all"], seen.Select(i => i.Title));
    }
}
