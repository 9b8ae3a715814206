using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Timeline;

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

    [Fact]
    public async Task What_opens_privileged_entries_is_assigned_by_privacy_leadership_or_the_commander_to_another()
    {
        foreach (var role in new[] { IncidentRole.Legal, IncidentRole.Privacy, IncidentRole.Executive })
        {
            var number = await Declare();
            AssignRole To(Actor whom) => new() { Incident = number, Role = role, Person = whom.Person };
            var refused = new Incident.NotYoursToAssign(role);
            Assert.Equal(refused, (await Do(To(Responder))).Refusal);
            Assert.Equal(refused, (await Do(To(Second), Admin with { Limit = IncidentDesk.Roles.Administrator })).Refusal);

            Assert.True((await Do(To(Second), Privacy)).Done);
            Assert.True((await Do(To(Comms), Leader)).Done);
            await Done(Command(number, Responder));
            Assert.Equal(refused, (await Do(To(Responder))).Refusal);
            Assert.True((await Do(To(Second))).Done);
        }
    }

    [Fact]
    public async Task Command_that_is_taken_opens_nothing_that_was_privileged_before_and_command_that_is_given_does()
    {
        var number = await Declare();
        await Done(new PostUpdate { Incident = number, Text = "Counsel says settle", Privileged = true }, Comms);

        foreach (var role in new[] { IncidentRole.Commander, IncidentRole.Deputy })
        {
            await Done(new AssignRole { Incident = number, Role = role, Person = Responder.Person });
            Assert.DoesNotContain("Counsel says settle", await Texts(number, Responder));
            await Done(new AssignRole { Incident = number, Role = role, Person = Second.Person });
            Assert.Contains("Counsel says settle", await Texts(number, Second));
            await Done(new ReleaseRole { Incident = number, Role = role });
        }
        await Done(Command(number, Responder));
        await Done(new PostUpdate { Incident = number, Text = "Counsel says wait", Privileged = true }, Comms);
        Assert.Contains("Counsel says wait", await Texts(number, Responder));
    }

    [Fact]
    public async Task A_role_that_somebody_could_not_act_in_is_refused_with_the_reason()
    {
        var number = await Declare();
        var viewer = await Person("Vera Viewer", IncidentDesk.Roles.Viewer);
        AssignRole To(IncidentRole role, Actor whom) => new() { Incident = number, Role = role, Person = whom.Person };

        foreach (var role in new[] { IncidentRole.Commander, IncidentRole.Deputy, IncidentRole.Scribe, IncidentRole.Comms })
            Assert.Contains("Vera Viewer has these roles on this desk: viewer",
                Assert.IsType<Incident.RoleWithoutUse>((await Do(To(role, viewer))).Refusal).Why, StringComparison.Ordinal);
        Assert.IsType<Incident.RoleWithoutUse>((await Do(To(IncidentRole.Commander, Comms))).Refusal);
        Assert.True((await Do(To(IncidentRole.Scribe, Comms))).Done);
        Assert.True((await Do(To(IncidentRole.Legal, viewer), Privacy)).Done);
    }

    /// <summary>Who may be assigned is who may then do what the role is for: sent by everybody, not read from a table.</summary>
    [Fact]
    public async Task Whoever_is_assigned_can_write_and_commanders_can_lead()
    {
        Actor[] all = [Responder, Comms, Privacy, Leader, Admin, await Person("Vera Viewer", IncidentDesk.Roles.Viewer)];
        foreach (var role in Enum.GetValues<IncidentRole>().Except([IncidentRole.Legal, IncidentRole.Executive]))
            foreach (var person in all)
            {
                var number = await Declare();
                var assigned = await Desk.Do(new AssignRole { Incident = number, Role = role, Person = person.Person }, Privacy);
                if (!assigned.Done) continue;
                Assert.True((await Desk.Do(new PostUpdate { Incident = number, Text = "x" }, person)).Done, $"{role}: {person}");
                if (role is IncidentRole.Commander or IncidentRole.Deputy)
                    Assert.True((await Desk.Do(new AssignRole { Incident = number, Role = IncidentRole.Comms, Person = Comms.Person },
                        person)).Refusal is null or Incident.HeldAlready, $"{role}: {person}");
            }
    }

    async Task<IEnumerable<string?>> Texts(int number, Actor by) => (await Read(async (db, caller) =>
        (await TimelineQueries.Page(db, caller, number, new(), RightNow)).Value!, by)).Items.Select(row => row.Text);
}
