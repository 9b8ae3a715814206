using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Tasks;

namespace IncidentDesk.Tests.Incidents.Tasks;

public sealed class AssignTaskTests : TaskTest
{
    static AssignTask To(Actor? person, int incident = 1) =>
        new() { Incident = incident, Task = "stop-the-access", Assignee = person?.Person };

    [Fact]
    public async Task A_task_gets_somebody_and_can_lose_them_again()
    {
        await Exposed();

        await Do(To(Second));
        Assert.Equal("Sam Second", (await TheTask()).AssigneeName);

        await Do(To(null));
        Assert.Equal((null, null), ((await TheTask()).Assignee, (await TheTask()).AssigneeName));
    }

    [Fact]
    public async Task The_same_person_again_and_an_unknown_task_are_refused()
    {
        await Exposed();
        await Done(To(Second));

        Assert.Equal(new Incident.TaskAssignedSo("Close the access", "Sam Second"), (await Do(To(Second))).Refusal);
        Assert.Equal(new Refusal.NotFound("task no-such on INC-1"), (await Do(new AssignTask { Incident = 1, Task = "no-such" })).Refusal);
    }

    [Fact]
    public async Task Somebody_who_cannot_see_a_private_incident_cannot_be_given_its_tasks()
    {
        await Exposed(visibility: Visibility.Private);

        Assert.Equal(new Incident.AssigneeTakesNoPart("Sam Second"), (await Do(To(Second))).Refusal);
    }

    [Fact]
    public Task Only_those_who_work_on_the_incident_can_assign() => OnlyForThoseWhoWork(number => To(Second, number));
}
