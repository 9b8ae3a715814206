using IncidentDesk.People;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Opening;
using IncidentDesk.People.Tokens;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.People.Opening;

/// <summary>A desk that the token of <c>Setup:ApiToken</c> sets up, before anybody has signed in.</summary>
public sealed class SettingUpTests : DeskTest
{
    private protected override TestTemplate<Cast> Beginning => Cast.Nobody;

    Actor _machine = Actor.Nobody;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Done(new OpenDeskWithToken { Token = new(new string('k', 32)) }, Actor.Nobody);
        _machine = new(await Read((db, _) => db.People.Select(p => p.Id).SingleAsync(), Actor.Nobody), "api: Set-up");
    }

    [Fact]
    public async Task It_issues_tokens_with_their_roles_for_the_people_it_makes_until_the_first_one_signs_in()
    {
        var (remy, ada) = (await Made("Remy", Roles.Responder), await Made("Ada", Roles.Administrator));
        Assert.False((await Token(remy.Person, Roles.Responder)).Waits);

        await Done(new AcceptInvitation { Secret = new(ada.Secret), Password = new("four words make rain") }, Actor.Nobody);

        Assert.True((await Token(remy.Person, Roles.Responder)).Waits);
        Assert.False((await Token(_machine.Person, Roles.Administrator)).Waits);
    }

    [Fact]
    public async Task Others_who_administrate_then_do_not()
    {
        var (remy, ada) = (await Made("Remy", Roles.Responder), await Made("Ada", Roles.Administrator));

        var wish = new IssueToken { Name = "t", Roles = Roles.Responder, Person = remy.Person };
        var waits = await Done(wish, new Actor(ada.Person, "api: t"));

        Assert.True(waits.Waits);
    }

    [Fact]
    public async Task The_only_token_of_an_administrator_is_not_revoked_while_nobody_else_can_come_in()
    {
        var token = await Read((db, _) => db.Tokens.Select(t => t.Id).SingleAsync(), Actor.Nobody);
        var ada = await Made("Ada", Roles.Administrator);
        Assert.Equal(new LastWayIn("Set-up"), (await Do(new RevokeToken { Token = token }, _machine)).Refusal);

        await Done(new AcceptInvitation { Secret = new(ada.Secret), Password = new("four words make rain") }, Actor.Nobody);

        Assert.True((await Do(new RevokeToken { Token = token }, _machine)).Done);
    }

    Task<Invitation> Made(string name, Roles roles) =>
        Done(new InvitePerson { Name = name, Email = $"{name.ToLowerInvariant()}@example.org", Roles = roles }, _machine);

    Task<IssuedToken> Token(Guid person, Roles roles) => Done(new IssueToken { Name = "t", Roles = roles, Person = person }, _machine);
}
