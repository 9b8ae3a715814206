using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Overview.Board;
using IncidentDesk.Overview.Status;
using IncidentDesk.People.Deactivating;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Tests.Incidents;

namespace IncidentDesk.Tests.Overview.Status;

/// <summary>A commander whose account is closed commands nothing, and whoever reads sees that.</summary>
public sealed class LeftCommanderTests : IncidentTest
{
    const string Left = "Sam Second (account closed)";

    [Fact]
    public async Task Board_status_and_incident_say_that_the_account_is_closed_and_that_a_commander_is_needed()
    {
        var number = await Declare();
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person });
        Clock.Advance(TimeSpan.FromHours(1));
        var before = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        await Done(new DeactivatePerson { Person = Second.Person }, Admin);

        Assert.Equal((Left, true), await OnBoard(RightNow));
        Assert.Equal(Left, (await Held(number, RightNow)).Shown);
        var late = Assert.Single((await Status(RightNow)).Overdue);
        Assert.Equal(($"A new commander for INC-{number}: {Left}", Clock.GetUtcNow(), number), (late.What, late.Due, late.Incident));

        Assert.Equal(("Sam Second", false), await OnBoard(At(before)));
        Assert.Equal("Sam Second", (await Held(number, At(before))).Shown);
        Assert.Empty((await Status(At(before))).Overdue);
    }

    [Fact]
    public async Task Somebody_who_comes_back_commands_again()
    {
        var number = await Declare();
        await Done(new AssignRole { Incident = number, Role = IncidentRole.Commander, Person = Second.Person });
        await Done(new DeactivatePerson { Person = Second.Person }, Admin);
        await Done(new ReactivatePerson { Person = Second.Person }, Admin);

        Assert.Equal(("Sam Second", false), await OnBoard(RightNow));
        Assert.Empty((await Status(RightNow)).Overdue);
    }

    async Task<(string?, bool)> OnBoard(Moment moment)
    {
        var row = Assert.Single((await Read((db, _) => BoardQueries.List(db, new(), moment))).Items);
        return (row.Commander, row.NeedsCommander);
    }

    async Task<RoleHeld> Held(int number, Moment moment) =>
        (await Read((db, _) => IncidentQueries.At(db, number, moment))).Value!.Holder(IncidentRole.Commander)!;

    Task<StatusView> Status(Moment moment) => Read((db, _) => StatusViewQueries.At(db, Service<ReviewShelf>(), moment), Leader);
}
