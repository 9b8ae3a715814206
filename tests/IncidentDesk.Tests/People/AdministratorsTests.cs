using System.Reflection;
using IncidentDesk.People;
using IncidentDesk.People.Accounts;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Events;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Opening;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Known = IncidentDesk.People.Person;

namespace IncidentDesk.Tests.People;

/// <summary>A desk is administrated by those who can come in, and whoever holds its machine can let one in again.</summary>
public sealed class AdministratorsTests : AccountTest
{
    [Fact]
    public async Task Somebody_who_was_invited_and_never_came_is_no_successor()
    {
        await Join(Admin);
        await Done(new InvitePerson { Name = "Suki Successor", Email = "suki@example.org", Roles = Roles.Administrator }, Admin);
        var last = new Known.LastAdministrator("Ada Admin");

        Assert.Equal(last, (await Do(new DeactivatePerson { Person = Admin.Person }, Admin)).Refusal);
        Assert.Equal(last, (await Do(new ChangeRoles { Person = Admin.Person, Roles = Roles.Viewer }, Admin)).Refusal);
        Assert.Equal(last, (await Do(new RenewInvitation { Person = Admin.Person }, Admin)).Refusal);
    }

    [Fact]
    public async Task A_password_or_a_token_in_force_makes_a_successor()
    {
        await Join(Admin);
        await Done(new ChangeRoles { Person = Second.Person, Roles = Roles.Administrator }, Admin);
        var token = await Done(new IssueToken { Name = "admin", Roles = Roles.Administrator, ExpiresAt = Now.AddHours(1) }, Second);

        Assert.Equal(1, await Read((db, _) => db.WhoCanComeIn(Clock.GetUtcNow(), without: token.Id).CountAsync()));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new Known.LastAdministrator("Ada Admin"), (await Do(new DeactivatePerson { Person = Admin.Person }, Admin)).Refusal);
        await Join(Second);
        Assert.True((await Do(new DeactivatePerson { Person = Admin.Person }, Second)).Done);
    }

    /// <summary>Whatever is sent about the one who can come in: afterwards there is still one.</summary>
    [Fact]
    public async Task No_command_about_people_takes_the_last_administrator_away()
    {
        await Join(Admin);
        var commands = typeof(Known).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("IncidentDesk.People", StringComparison.Ordinal) is true && !t.IsAbstract
                && t.GetProperty("Person")?.CanWrite is true && Result(t) is not null).ToList();
        Assert.True(commands.Count > 5, "The commands about people were not found.");
        foreach (var command in commands)
        {
            var made = Activator.CreateInstance(command)!;
            command.GetProperty("Person")!.SetValue(made, Admin.Person);
            command.GetProperty("Roles")?.SetValue(made, Roles.Viewer);
            command.GetProperty("Name")?.SetValue(made, "x");
            await (Task)typeof(AdministratorsTests).GetMethod(nameof(Sent), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(Result(command)!).Invoke(this, [made])!;
            Assert.True(await Read((db, _) => db.WhoCanComeIn(Clock.GetUtcNow()).AnyAsync()), $"After {command.Name} nobody can come in.");
        }
    }

    async Task Sent<T>(ICommand<T> command) => await Desk.Do(command, Admin);

    static Type? Result(Type command) => command.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))?.GenericTypeArguments[0];

    [Fact]
    public async Task Whoever_holds_the_machine_makes_a_link_for_somebody_new_and_the_record_says_so()
    {
        var link = await Desk.NewAdministratorLink("nina@example.org", "Nina New");

        await Done(new AcceptInvitation { Secret = new(link.Value!.Secret), Password = Password }, Actor.Nobody);
        Assert.Equal(link.Value.Person, Assert.Single(await Read((db, _) => db.WhoCanComeIn(Clock.GetUtcNow()).ToListAsync())));
        var entry = await Read((db, _) => db.Entries.SingleAsync(e => e.Kind == "administrator-link-made.1"));
        Assert.Equal(("IncidentDesk", "machine"), (entry.RecordedByName, entry.Via));
        Assert.Equal(new AdministratorLinkMade(link.Value.Person, "Nina New"), Recorded.From(entry).Event);
    }

    [Fact]
    public async Task Somebody_who_was_deactivated_is_let_in_again_without_their_old_password_and_authenticator()
    {
        await JoinWithAuthenticator();
        await Done(new DeactivatePerson { Person = Responder.Person }, Admin);

        var link = await Desk.NewAdministratorLink(Email, null);

        var remy = await Read((db, _) => db.People.SingleAsync(p => p.Id == Responder.Person));
        Assert.Equal((true, Roles.Responder | Roles.Administrator, false), (remy.Active, remy.Roles, remy.HasAuthenticator));
        Assert.False((await SignIn(code: Code())).Done);
        Assert.True((await Do(new AcceptInvitation { Secret = new(link.Value!.Secret), Password = Password }, Actor.Nobody)).Done);
    }

    [Fact]
    public async Task Nobody_sends_it_but_the_machine() => Assert.IsType<Refusal.NotFound>(
        (await Do(new LetAdministratorIn { Email = "nina@example.org" }, Stranger)).Refusal);

    [Fact]
    public async Task Without_an_address_there_is_no_link() =>
        Assert.Equal(["email"], Assert.IsType<Refusal.Invalid>((await Desk.NewAdministratorLink("", null)).Refusal).Fields.Keys);
}
