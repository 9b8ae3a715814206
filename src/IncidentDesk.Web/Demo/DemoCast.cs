using IncidentDesk.Door;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Opening;

namespace IncidentDesk.Web.Demo;

/// <summary>The people of the story; their names are made up.</summary>
internal sealed record DemoCast(
    Actor Admin, Actor Commander, Actor TechLead, Actor Scribe, Actor Comms, Actor Privacy, Actor Legal, Actor Executive)
{
    public static async Task<DemoCast> Assemble(Desk desk)
    {
        var opened = await desk.Do(new OpenDesk { Name = "Ines Maurer", Email = "ines.maurer@example.org" }, Actor.Nobody);
        var admin = new Actor(opened.Value!.Person, Actor.Page);
        return new(
            admin,
            await Person(desk, admin, "Mira Okafor", Roles.Responder | Roles.Privacy | Roles.Administrator),
            await Person(desk, admin, "Jonas Weber", Roles.Responder),
            await Person(desk, admin, "Priya Raman", Roles.Responder),
            await Person(desk, admin, "Tom Lindqvist", Roles.Comms),
            await Person(desk, admin, "Ana Petrescu", Roles.Privacy),
            await Person(desk, admin, "Noor Haddad", Roles.Privacy),
            await Person(desk, admin, "Dana Whitfield", Roles.Leadership));
    }

    static async Task<Actor> Person(Desk desk, Actor admin, string name, Roles roles)
    {
        var email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.org";
        var invited = await desk.Do(new InvitePerson { Name = name, Email = email, Roles = roles }, admin);
        var person = new Actor(invited.Value!.Person, Actor.Page);
        await desk.Do(new ChangeOwnProfile { Name = name, Zone = "Europe/Berlin" }, person);
        return person;
    }
}
