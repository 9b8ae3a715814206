using IncidentDesk.Door;
using IncidentDesk.People;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Opening;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.People.Opening;

public sealed class OpenDeskTests : AccountTest
{
    [Fact]
    public async Task Until_somebody_has_joined_each_start_makes_a_new_link_for_the_same_person()
    {
        var again = await Do(new OpenDesk(), Actor.Nobody);

        Assert.Equal(Admin.Person, again.Value!.Person);
        await Done(new AcceptInvitation { Secret = new(again.Value.Secret), Password = Password }, Actor.Nobody);
        Assert.IsType<DeskIsOpen>((await Do(new OpenDesk(), Actor.Nobody)).Refusal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused() =>
        Assert.Equal(["email"],
            Assert.IsType<Refusal.Invalid>((await Do(new OpenDesk { Email = "ada" }, Actor.Nobody)).Refusal).Fields.Keys);
}

public sealed class EmptyDeskTests : DeskTest
{
    private protected override TestTemplate<Cast> Beginning => Cast.Nobody;

    [Fact]
    public async Task The_first_administrator_brings_name_and_address()
    {
        var link = (await Desk.Do(new OpenDesk(), Actor.Nobody)).Value!;
        var nameless = await Desk.Do(
            new AcceptInvitation { Secret = new(link.Secret), Password = new("four words make rain") }, Actor.Nobody);

        await Desk.Do(new AcceptInvitation
        {
            Secret = new(link.Secret), Password = new("four words make rain"), Name = "Ada", Email = "Ada@Example.org"
        }, Actor.Nobody);

        Assert.Equal(["email"], Assert.IsType<Refusal.Invalid>(nameless.Refusal).Fields.Keys);
        var ada = await Desk.Read(Actor.Nobody, (db, _) => db.People.SingleAsync());
        Assert.Equal(("Ada", "ada@example.org", Roles.All), (ada.Name, ada.Email, ada.Roles));
    }

    [Fact]
    public async Task A_desk_opened_by_token_has_no_link_lying_about()
    {
        Assert.True((await Desk.Do(new OpenDeskWithToken { Token = new(new string('k', 32)) }, Actor.Nobody)).Done);

        Assert.IsType<DeskIsOpen>((await Desk.Do(new OpenDesk(), Actor.Nobody)).Refusal);
        Assert.Equal(0, await Desk.Read(Actor.Nobody, (db, _) => db.People.CountAsync(p => p.LinkHash != null)));
    }
}
