using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Tasks;

namespace IncidentDesk.Tests.Incidents.Tasks;

public sealed class SettleTaskTests : TaskTest
{
    static SettleTask To(TaskState state, string? reason = null, int incident = 1) =>
        new() { Incident = incident, Task = "stop-the-access", State = state, Reason = reason };

    [Fact]
    public async Task A_task_that_is_done_names_who_said_so_and_when()
    {
        await Exposed();
        Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.True((await Do(To(TaskState.Done), Second)).Done);

        var task = await TheTask();
        Assert.Equal((TaskState.Done, "Sam Second", Now.AddMinutes(20)), (task.State, task.SettledBy, task.SettledAt!.Value));
    }

    [Fact]
    public async Task A_task_is_only_not_needed_for_a_reason_and_can_be_opened_again()
    {
        await Exposed();

        Assert.Equal(["reason"], Assert.IsType<Refusal.Invalid>((await Do(To(TaskState.NotNeeded, " "))).Refusal).Fields.Keys);
        await Do(To(TaskState.NotNeeded, "The access was closed before"));
        Assert.Equal("The access was closed before", (await TheTask()).Reason);

        await Do(To(TaskState.Open));
        Assert.Equal((TaskState.Open, null, null), ((await TheTask()).State, (await TheTask()).SettledBy, (await TheTask()).Reason));
    }

    [Fact]
    public async Task The_same_state_again_and_an_unknown_task_are_refused()
    {
        await Exposed();

        Assert.Equal(new Incident.TaskIsSo("Close the access", "open"), (await Do(To(TaskState.Open))).Refusal);
        Assert.Equal(new Refusal.NotFound("task no-such on INC-1"), (await Do(new SettleTask { Incident = 1, Task = "no-such" })).Refusal);
    }

    [Fact]
    public Task Only_those_who_work_on_the_incident_can_settle() => OnlyForThoseWhoWork(number => To(TaskState.Done, incident: number));
}
