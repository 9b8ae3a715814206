using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Events;

namespace IncidentDesk.Tests.Incidents.Assigning;

public sealed class AssignRoleTests : IncidentTest
{
    static AssignRole Command(int number, Actor person) =>
        new() { Incident = number, Role = IncidentRole.Commander, Person = person.Person };

    [Fact]
    public async Task A_hand_over_names_who_held_the_role_before()
    {
        var number = await Declare();

        await Do(Command(number, Responder));
        Clock.Advance(TimeSpan.FromHours(2));
        await Do(Command(number, Second));

        Assert.Equal(new RoleHeld(IncidentRole.Commander, Second.Person, "Sam Second", Now.AddHours(2)),
            Assert.Single((await State(number)).Roles));
        Assert.Equal(["Remy Responder took the role of commander.", "Sam Second took over as commander from Remy Responder."],
            (await TimelineOf(number)).Skip(1).Select(e => e.Sentence()));
    }

    [Fact]
    public async Task Whoever_gets_a_role_takes_part_and_sees_a_private_incident()
    {
        var number = await Declare(visibility: Visibility.Private);

        await Do(Command(number, Second));

        Assert.Equal(["Remy Responder", "Sam Second"], (await State(number, Second)).Participants.Select(p => p.Name));
    }

    [Fact]
    public async Task Assigning_the_holder_again_is_refused()
    {
        var number = await Declare();
        await Done(Command(number, Second));

        Assert.Equal(new Incident.HeldAlready(IncidentRole.Commander, "Sam Second"), (await Do(Command(number, Second))).Refusal);
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_desk_gets_no_role()
    {
        var number = await Declare();

        foreach (var nobody in new[] { Guid.Empty, Guid.NewGuid() })
            Assert.Equal(["person"],
                Assert.IsType<Refusal.Invalid>((await Do(Command(number, new Actor(nobody, "")))).Refusal).Fields.Keys);
    }

    [Fact]
    public async Task Releasing_leaves_the_role_to_nobody_and_the_person_in_the_incident()
    {
        var number = await Declare();
        await Done(Command(number, Second));

        Assert.True((await Do(new ReleaseRole { Incident = number, Role = IncidentRole.Commander })).Done);

        var state = await State(number);
        Assert.Null(state.Holder(IncidentRole.Commander));
        Assert.True(state.Participates(Second.Person));
        Assert.Equal(new RoleReleased(IncidentRole.Commander, Second.Person, "Sam Second"), (await TimelineOf(number))[^1]);
    }

    [Fact]
    public async Task Releasing_what_nobody_holds_is_refused() =>
        Assert.Equal(new Incident.HeldByNobody(IncidentRole.Scribe),
            (await Do(new ReleaseRole { Incident = await Declare(), Role = IncidentRole.Scribe })).Refusal);

    [Fact]
    public Task Comms_does_not_hand_out_roles() => NotFor(Comms, n => Command(n, Comms));

    [Fact]
    public Task Comms_does_not_release_roles() => NotFor(Comms, n => new ReleaseRole { Incident = n });

    [Fact]
    public Task Nobody_takes_a_role_in_a_private_incident_they_are_no_part_of() => HiddenFromStrangers(n => Command(n, Stranger));

    [Fact]
    public Task Nobody_releases_a_role_in_a_private_incident_they_are_no_part_of() =>
        HiddenFromStrangers(n => new ReleaseRole { Incident = n });
}
