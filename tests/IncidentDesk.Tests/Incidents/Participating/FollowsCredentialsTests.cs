using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.People.Inviting;

namespace IncidentDesk.Tests.Incidents.Participating;

/// <summary>An administrator who lets a participant in again could be that participant: the others see it.</summary>
public sealed class FollowsCredentialsTests : IncidentTest
{
    [Fact]
    public async Task A_new_link_for_a_participant_is_in_the_timeline_of_each_private_incident_of_theirs_and_nowhere_else()
    {
        var (hidden, other) = (await Declare(visibility: Visibility.Private), await Declare(visibility: Visibility.Private));
        var open = await Declare();
        await Done(new AddParticipant { Incident = hidden, Person = Second.Person });
        await Done(new AddParticipant { Incident = open, Person = Second.Person });

        Assert.True((await Do(new RenewInvitation { Person = Second.Person }, Admin)).Done);

        Assert.Equal(new CredentialsRenewed(Second.Person, "Sam Second"), (await TimelineOf(hidden))[^1]);
        foreach (var number in new[] { open, other })
            Assert.DoesNotContain(await TimelineOf(number), e => e is CredentialsRenewed);
    }

    [Fact]
    public async Task Who_is_let_in_again_by_themselves_is_not_mentioned()
    {
        var hidden = await Declare(visibility: Visibility.Private);
        await Done(new AddParticipant { Incident = hidden, Person = Admin.Person });

        await Done(new RenewInvitation { Person = Admin.Person }, Admin);

        Assert.DoesNotContain(await TimelineOf(hidden), e => e is CredentialsRenewed);
    }
}
