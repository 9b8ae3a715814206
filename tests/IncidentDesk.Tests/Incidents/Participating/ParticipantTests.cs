using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Participating;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents.Participating;

public sealed class ParticipantTests : IncidentTest
{
    [Fact]
    public async Task A_grant_lets_somebody_see_a_private_incident_and_ending_it_hides_it_again()
    {
        var number = await Declare(visibility: Visibility.Private);

        await Do(new AddParticipant { Incident = number, Person = Comms.Person });
        Assert.True((await Do(new PostUpdate { Incident = number, Text = "Reading along" }, Comms)).Done);
        await Do(new RemoveParticipant { Incident = number, Person = Comms.Person, Reason = "Off the case" });

        Assert.IsType<Refusal.NotFound>((await Do(new PostUpdate { Incident = number, Text = "Still here?" }, Comms)).Refusal);
        Assert.Equal(0, await Read((db, _) => db.Entries.CountAsync(e => e.Incident == number), Comms));
        Assert.Equal(["Cleo Comms was added as a participant.", "Reading along", "Cleo Comms was removed as a participant: Off the case"],
            (await TimelineOf(number)).Skip(1).Select(e => e.Sentence()));
    }

    [Fact]
    public async Task Adding_somebody_twice_is_refused() => Assert.Equal(new Incident.TakesPartAlready("Remy Responder"),
        (await Do(new AddParticipant { Incident = await Declare(), Person = Responder.Person })).Refusal);

    [Fact]
    public async Task Removing_somebody_who_takes_no_part_is_refused() => Assert.IsType<Incident.TakesNoPart>(
        (await Do(new RemoveParticipant { Incident = await Declare(), Person = Comms.Person })).Refusal);

    [Fact]
    public async Task The_last_participant_of_a_private_incident_cannot_leave_and_of_an_open_one_can()
    {
        var (hidden, open) = (await Declare(visibility: Visibility.Private), await Declare());

        Assert.Equal(new Incident.LastParticipant("Remy Responder"),
            (await Do(new RemoveParticipant { Incident = hidden, Person = Responder.Person })).Refusal);
        Assert.True((await Do(new RemoveParticipant { Incident = open, Person = Responder.Person })).Done);
    }

    [Fact]
    public async Task A_role_is_released_before_its_holder_leaves()
    {
        var number = await Declare();
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Scribe, Person = Second.Person });

        Assert.Equal(new Incident.StillHoldsRole("Sam Second", IncidentRole.Scribe),
            (await Do(new RemoveParticipant { Incident = number, Person = Second.Person })).Refusal);
        await Done(new ReleaseRole { Incident = number, Role = IncidentRole.Scribe });
        Assert.True((await Do(new RemoveParticipant { Incident = number, Person = Second.Person })).Done);
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_desk_cannot_take_part() => Assert.Equal(["person"], Assert.IsType<Refusal.Invalid>(
        (await Do(new AddParticipant { Incident = await Declare(), Person = Guid.NewGuid() })).Refusal).Fields.Keys);

    [Fact]
    public Task Administration_alone_does_not_read_private_incidents() =>
        HiddenFromStrangers(n => new AddParticipant { Incident = n, Person = Stranger.Person });

    [Fact]
    public Task Nobody_removes_participants_of_a_private_incident_from_outside() =>
        HiddenFromStrangers(n => new RemoveParticipant { Incident = n, Person = Responder.Person });

    [Fact]
    public async Task A_viewer_changes_nobody_s_part()
    {
        var viewer = await Person("Vera Viewer", IncidentDesk.Roles.Viewer);
        await NotFor(viewer, n => new AddParticipant { Incident = n, Person = viewer.Person });
        await NotFor(viewer, n => new RemoveParticipant { Incident = n, Person = Responder.Person });
    }
}
