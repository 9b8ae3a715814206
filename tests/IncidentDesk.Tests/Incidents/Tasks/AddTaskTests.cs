using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;

namespace IncidentDesk.Tests.Incidents.Tasks;

public sealed class AddTaskTests : TaskTest
{
    [Fact]
    public async Task A_task_is_added_behind_those_of_the_playbook()
    {
        await Exposed();

        Assert.True((await Do(new AddTask
        {
            Incident = 1, Title = "Ask the union", Role = TaskRole.Executive, Assignee = Second.Person, DueAt = Now.AddHours(2)
        })).Done);
        await Done(new AddTask { Incident = 1, Title = "Answer the petition" });

        var tasks = (await TheIncident()).Tasks;
        Assert.Equal(["stop-the-access", "tell-privacy", "added-1", "added-2"], tasks.Select(t => t.Id));
        Assert.Equal(("Ask the union", TaskRole.Executive, "Sam Second", Now.AddHours(2)),
            (tasks[2].Title, tasks[2].Role!.Value, tasks[2].AssigneeName, tasks[2].DueAt!.Value));
    }

    [Fact]
    public async Task An_untitled_task_and_an_unknown_person_are_refused()
    {
        await Exposed();

        Assert.Equal(["title"], Assert.IsType<Refusal.Invalid>((await Do(new AddTask { Incident = 1 })).Refusal).Fields.Keys);
        var unknown = await Do(new AddTask { Incident = 1, Title = "Ask", Assignee = Guid.NewGuid() });
        Assert.Equal(["assignee"], Assert.IsType<Refusal.Invalid>(unknown.Refusal).Fields.Keys);
    }

    [Fact]
    public async Task Somebody_who_cannot_see_a_private_incident_cannot_be_given_its_tasks()
    {
        await Exposed(visibility: Visibility.Private);

        var outcome = await Do(new AddTask { Incident = 1, Title = "Ask", Assignee = Stranger.Person });

        Assert.Equal(new Incident.AssigneeTakesNoPart("Stig Stranger"), outcome.Refusal);
    }

    [Fact]
    public Task Only_those_who_work_on_the_incident_can_add_one() =>
        OnlyForThoseWhoWork(number => new AddTask { Incident = number, Title = "Ask" });
}
