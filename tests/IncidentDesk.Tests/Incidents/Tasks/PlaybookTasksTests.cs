using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;

namespace IncidentDesk.Tests.Incidents.Tasks;

public sealed class PlaybookTasksTests : TaskTest
{
    [Fact]
    public async Task Declaring_takes_up_the_playbook_that_matches_with_its_due_times()
    {
        var outcome = await Do(new DeclareIncident { Title = "45,000 tables are READABLE by everyone" });

        Assert.Equal(2, outcome.Value!.Position);
        Assert.IsType<TasksInstantiated>((await TimelineOf(1))[1]);
        var incident = await TheIncident();
        Assert.Equal("exposure", incident.Playbook);
        Assert.Equal([("Close the access", TaskRole.Commander, Now.AddMinutes(30)), ("Tell privacy", TaskRole.Privacy, Now.AddMinutes(90))],
            incident.Tasks.Select(t => (t.Title, t.Role!.Value, t.DueAt!.Value)));
    }

    [Fact]
    public async Task A_task_is_overdue_from_its_due_time_on_until_it_is_settled()
    {
        await Exposed();

        var task = await TheTask();

        Assert.False(task.IsOverdue(Now.AddMinutes(29)));
        Assert.True(task.IsOverdue(Now.AddMinutes(30)));
        Assert.False((task with { State = TaskState.Done }).IsOverdue(Now.AddMinutes(30)));
        Assert.False((task with { DueAt = null }).IsOverdue(Now.AddYears(1)));
    }

    [Theory, InlineData("Somebody leaked the unreadable"), InlineData("A door stood open")]
    public async Task Where_no_word_matches_there_are_no_tasks(string title)
    {
        await Done(new DeclareIncident { Title = title });

        Assert.Empty((await TheIncident()).Tasks);
        Assert.Single(await TimelineOf(1));
    }

    [Fact]
    public async Task A_word_in_the_summary_counts_as_well()
    {
        await Done(new DeclareIncident { Title = "Tables", Summary = "They are exposed." });

        Assert.Equal("exposure", (await TheIncident()).Playbook);
    }

    [Fact]
    public async Task Playbooks_can_be_declined_and_chosen()
    {
        await Exposed(playbook: "none");
        await Done(new DeclareIncident { Title = "Nothing matches", Kind = IncidentKind.Drill, Playbook = "exposure" });

        Assert.Empty((await TheIncident(1)).Tasks);
        Assert.Equal(2, (await TheIncident(2)).Tasks.Length);
    }

    [Fact]
    public async Task A_backfill_gets_its_tasks_without_due_times()
    {
        await Exposed(IncidentKind.Backfill);

        Assert.All((await TheIncident()).Tasks, t => Assert.Null(t.DueAt));
    }

    [Theory]
    [InlineData("no-such", "There is no playbook no-such. Choose one of: exposure, none.")]
    [InlineData("broken",
        "This playbook cannot be used: broken.md, line 2: the key \"matches\" is missing. Choose another one, or \"none\".")]
    public async Task A_playbook_that_cannot_be_had_is_refused_and_nothing_is_declared(string playbook, string why)
    {
        var outcome = await Do(new DeclareIncident { Title = "Tables", Playbook = playbook });

        Assert.Equal([why], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Fields["playbook"]);
        Assert.Empty(await TimelineOf(1));
    }

    [Fact]
    public void Of_several_that_match_the_highest_priority_is_taken()
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-playbooks-");
        File.WriteAllText(Path.Combine(folder.FullName, "a.md"), Shelf.Text("a", Shelf.Everything));
        File.WriteAllText(Path.Combine(folder.FullName, "z.md"), Shelf.Text("z", Shelf.Exposure));
        var shelf = Shelf.At(folder.FullName);

        Assert.Equal("z", shelf.Match(IncidentKind.Live, Severity.Sev2, "exposed", null)!.Id);
        Assert.Equal("a", shelf.Match(IncidentKind.Live, Severity.Sev3, "exposed", null)!.Id);
        Assert.Equal("a", shelf.Match(IncidentKind.Drill, Severity.Sev2, "exposed", null)!.Id);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(IncidentKind.Live, Severity.Sev2, "45,000 tables are readable by all of the company", "internal-data-exposure")]
    [InlineData(IncidentKind.Live, Severity.Sev1, "An intruder had stolen keys to the warehouse", "external-breach")]
    [InlineData(IncidentKind.Live, Severity.Sev2, "Our payroll vendor lost a backup", "vendor-incident")]
    [InlineData(IncidentKind.Backfill, Severity.Sev3, "Keystrokes of staff went into a training dataset", "ai-training-data")]
    [InlineData(IncidentKind.Drill, Severity.Sev5, "A laptop is left on a train", "drill")]
    [InlineData(IncidentKind.Drill, Severity.Sev1, "An intruder, in play", "drill")]
    [InlineData(IncidentKind.Live, Severity.Sev5, "45,000 tables are readable by all of the company", null)]
    [InlineData(IncidentKind.Live, Severity.Sev2, "The lift is stuck", null)]
    public void Each_playbook_that_ships_is_taken_up_for_what_it_is_meant_for(
        IncidentKind kind, Severity severity, string title, string? playbook) =>
        Assert.Equal(playbook, Shelf.At(Shelf.Shipped).Match(kind, severity, title, null)?.Id);

    [Fact]
    public void A_desk_without_a_folder_has_no_playbooks() => Assert.Empty(Shelf.At("/no/such/folder").All);
}
