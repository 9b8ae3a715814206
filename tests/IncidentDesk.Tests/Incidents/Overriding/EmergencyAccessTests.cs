using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Overriding;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.People;
using IncidentDesk.People.Inviting;

namespace IncidentDesk.Tests.Incidents.Overriding;

/// <summary>A private incident is opened past its participants by two people, on record, and by no one alone.</summary>
public sealed class EmergencyAccessTests : IncidentTest
{
    static RequestAccess Wish(int number) => new() { Number = number, Reason = "Remy is on a plane" };

    /// <summary>Everybody was invited by the administrator a moment ago.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(TimeSpan.FromDays(8));
    }

    [Fact]
    public async Task Two_people_open_it_and_the_timeline_says_who_and_why()
    {
        var number = await Declare("Somebody read the diary", Visibility.Private);
        var asked = (await Do(Wish(number), Privacy)).Value!;
        Assert.Null(await Seen(number, Privacy));

        Assert.Equal(new AccessOpened(number, "Pia Privacy"), (await Do(new AgreeToAccess { Request = asked.Id }, Leader)).Value);

        Assert.True((await State(number, Privacy)).Participates(Privacy.Person));
        Assert.Null(await Seen(number, Leader));
        Assert.Equal("Pia Privacy received emergency access; Lou Leader agreed. Reason: Remy is on a plane",
            (await TimelineOf(number))[^1].Sentence());
        Assert.Equal(new EmergencyAccess("Pia Privacy", "Lou Leader", "Remy is on a plane", Clock.GetUtcNow()),
            Assert.Single((await State(number)).EmergencyAccess));
        Assert.IsType<NoSuchRequest>((await Do(new AgreeToAccess { Request = asked.Id }, Admin)).Refusal);
    }

    [Fact]
    public async Task Who_asks_alone_gets_the_same_answer_for_a_number_never_given()
    {
        var number = await Declare("Somebody read the diary", Visibility.Private);
        var before = await TimelineOf(number);

        var hidden = await Do(Wish(number), Privacy);
        var missing = await Do(Wish(4711), Privacy);

        Assert.Equal(hidden.Value! with { Id = 0 }, missing.Value! with { Id = 0 });
        Assert.Equal(before.Count, (await TimelineOf(number)).Count);
        Assert.Equal([number, 4711], (await Open(Leader)).Select(r => r.Number));
        Assert.Equal(new NothingToOpen("INC-4711"), (await Do(new AgreeToAccess { Request = missing.Value.Id }, Leader)).Refusal);
    }

    [Fact]
    public async Task Nobody_agrees_to_their_own_request_or_with_an_account_in_the_same_hand()
    {
        var number = await Declare("Somebody read the diary", Visibility.Private);
        var asked = await Done(Wish(number), Privacy);
        var needed = new AnotherPersonNeeded("Pia Privacy");

        Assert.Equal(needed, (await Do(new AgreeToAccess { Request = asked.Id }, Privacy)).Refusal);
        var fresh = await Person("Fay Fresh", Roles.Leadership);
        var byAdmin = await Done(Wish(number), Admin);
        Assert.Equal(new AnotherPersonNeeded("Ada Admin"), (await Do(new AgreeToAccess { Request = byAdmin.Id }, fresh)).Refusal);
        foreach (var renewed in new[] { Privacy, Leader }) await Done(new RenewInvitation { Person = renewed.Person }, Admin);
        Assert.Equal(needed, (await Do(new AgreeToAccess { Request = asked.Id }, Leader)).Refusal);
        Assert.Equal(needed, (await Do(new AgreeToAccess { Request = asked.Id }, Admin)).Refusal);
        Assert.True((await Do(new AgreeToAccess { Request = asked.Id }, Stranger)).Done);
    }

    [Fact]
    public async Task A_request_is_over_after_a_day_and_when_its_person_lost_the_role()
    {
        var number = await Declare("Somebody read the diary", Visibility.Private);
        var first = await Done(Wish(number), Privacy);
        await Done(new ChangeRoles { Person = Privacy.Person, Roles = Roles.Viewer }, Admin);
        Assert.IsType<NoSuchRequest>((await Do(new AgreeToAccess { Request = first.Id }, Leader)).Refusal);

        var second = await Done(Wish(number), Leader);
        Clock.Advance(AccessRequest.GoodFor);

        Assert.IsType<NoSuchRequest>((await Do(new AgreeToAccess { Request = second.Id }, Stranger)).Refusal);
        Assert.Empty(await Open(Leader));
    }

    [Fact]
    public async Task What_one_can_open_already_needs_no_emergency()
    {
        var (mine, open) = (await Declare(visibility: Visibility.Private), await Declare());
        await Done(new AddParticipant { Incident = mine, Person = Privacy.Person });

        foreach (var number in new[] { mine, open })
            Assert.Equal(new CanBeOpened($"INC-{number}"), (await Do(Wish(number), Privacy)).Refusal);
    }

    [Fact]
    public async Task Other_roles_neither_ask_nor_agree_nor_see_who_asks()
    {
        var asked = await Done(Wish(await Declare(visibility: Visibility.Private)), Privacy);

        foreach (var other in new[] { Responder, Comms, await Person("Vera Viewer", Roles.Viewer) })
        {
            Assert.IsType<Refusal.NotFound>((await Do(Wish(1), other)).Refusal);
            Assert.IsType<Refusal.NotFound>((await Do(new AgreeToAccess { Request = asked.Id }, other)).Refusal);
            Assert.Empty(await Open(other));
        }
    }

    Task<IReadOnlyList<AccessRequest>> Open(Actor by) => Read((db, caller) => AccessRequestQueries.Open(db, caller, Clock.GetUtcNow()), by);

    Task<Incident?> Seen(int number, Actor by) => Read((db, _) => IncidentQueries.Find(db, number), by);
}
