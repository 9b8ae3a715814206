using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Tests.Incidents;

public sealed class ChangeVisibilityTests : IncidentTest
{
    static ChangeVisibility Hide(int number) => new() { Incident = number, Visibility = Visibility.Private, Reason = "It names a person" };

    [Fact]
    public async Task What_is_made_private_is_gone_for_everybody_but_its_participants()
    {
        var number = await Declare();
        await Commands(number);
        await Done(new AddParticipant { Incident = number, Person = Second.Person });

        Assert.True((await Do(Hide(number))).Done);

        Assert.Equal(0, await Read((db, _) => db.Entries.CountAsync(e => e.Incident != null), Stranger));
        Assert.Equal(Visibility.Private, (await State(number, Second)).Visibility);
    }

    [Fact]
    public async Task What_is_opened_is_there_for_everybody_with_all_that_was_written()
    {
        var number = await Declare(visibility: Visibility.Private);

        await Do(new ChangeVisibility { Incident = number, Visibility = Visibility.Open, Reason = "Told the staff" });

        Assert.Equal("Opened to everyone on this desk: Told the staff", (await TimelineOf(number, Stranger))[^1].Sentence());
    }

    [Fact]
    public async Task Nobody_hides_an_incident_from_themselves()
    {
        var number = await Declare();

        Assert.IsType<Incident.WouldHideFromYou>((await Do(Hide(number), Second)).Refusal);
    }

    [Fact]
    public async Task Making_it_what_it_is_already_is_refused()
    {
        var number = await Declare(visibility: Visibility.Private);

        Assert.Equal(new Incident.SameVisibility(Visibility.Private), (await Do(Hide(number))).Refusal);
    }

    [Fact]
    public async Task Two_merged_incidents_keep_one_visibility_because_each_names_the_other()
    {
        var merged = await DeclareMerged();
        var into = (await State(merged)).MergedInto!.Value;

        Assert.Equal(new Incident.VisibilityTied(into, merged), (await Do(Hide(into))).Refusal);
        Assert.Equal(new Incident.MergedElsewhere(merged, into), (await Do(Hide(merged))).Refusal);
        await Done(new UnmergeIncident { Incident = merged });
        await Commands(into);
        Assert.True((await Do(Hide(into))).Done);
    }

    [Fact]
    public async Task A_closed_incident_can_still_be_hidden()
    {
        var number = await DeclareClosed();
        await Done(new AddParticipant { Incident = number, Person = Privacy.Person });
        Assert.True((await Do(Hide(number), Privacy)).Done);
    }

    [Fact]
    public async Task Only_the_commander_and_privacy_hide_what_is_open()
    {
        var number = await Declare();
        await Done(new AddParticipant { Incident = number, Person = Leader.Person });

        foreach (var other in new[] { Responder, Leader })
            Assert.IsType<Incident.NotYoursToHide>((await Do(Hide(number), other)).Refusal);
        await Commands(number);
        Assert.True((await Do(Hide(number))).Done);
    }

    [Fact]
    public async Task Who_declared_it_stays_a_participant_whoever_hides_it()
    {
        var number = await Declare();
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person });
        await Done(new RemoveParticipant { Incident = number, Person = Responder.Person }, Second);

        Assert.True((await Do(Hide(number), Second)).Done);

        Assert.True((await State(number, Second)).Participates(Responder.Person));
        Assert.Equal(new Incident.DeclarerStays("Remy Responder"),
            (await Do(new RemoveParticipant { Incident = number, Person = Responder.Person }, Second)).Refusal);
        // Sent once: to who left, a repeat says that there is no such incident.
        Assert.True((await Desk.Do(new RemoveParticipant { Incident = number, Person = Responder.Person }, Responder)).Done);
    }

    Task<Position> Commands(int number) =>
        Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Responder.Person });

    [Fact]
    public async Task A_reason_is_asked_for() =>
        Assert.Equal(["reason"], Assert.IsType<Refusal.Invalid>(
            (await Do(new ChangeVisibility { Incident = await Declare(), Reason = " " })).Refusal).Fields.Keys);

    [Fact]
    public Task Comms_does_not_hide_incidents() => NotFor(Comms, Hide);

    [Fact]
    public Task A_private_incident_is_not_there_to_be_opened() =>
        HiddenFromStrangers(n => new ChangeVisibility { Incident = n, Visibility = Visibility.Open, Reason = "Curious" });
}
