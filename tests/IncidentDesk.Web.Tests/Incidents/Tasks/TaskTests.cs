using System.Net;
using IncidentDesk.Web.Tests.Kit;

namespace IncidentDesk.Web.Tests.Incidents.Tasks;

public sealed class TaskTests : ColleaguesTest
{
    [Fact]
    public async Task The_playbook_that_ships_is_taken_up_at_the_declaration()
    {
        await Post(Api, "/api/incidents", new { title = "45,000 tables are readable by everyone", severity = "SEV2" });

        var tasks = (await Get(Api, "/api/incidents/1/tasks")).Body!["items"]!.AsArray();
        Assert.Equal(("stop-the-access", "commander", "open"),
            ((string)tasks[0]!["id"]!, (string)tasks[0]!["role"]!, (string)tasks[0]!["state"]!));
        Assert.Contains("Close the access",
            (await Api.Page("/incidents/1")).QuerySelector("#tasks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await Get(Api, "/api/playbooks")).Body!["items"]!.AsArray(), p => (string)p!["id"]! == "drill");
    }

    [Fact]
    public async Task Over_the_api_tasks_are_added_assigned_and_settled()
    {
        var person = (string)(await Post(Api, "/api/people",
            new { name = "Sam Second", email = "sam@example.org", roles = "responder" })).Body!["person"]!;
        await Post(Api, "/api/incidents", new { title = "Door open", playbook = "none" });

        Assert.Equal(200, (await Post(Api, "/api/incidents/1/tasks", new { title = "Answer the petition" })).Status);
        Assert.Equal(200, (await Post(Api, "/api/incidents/1/tasks/added-1/assignee", new { assignee = person })).Status);
        Assert.Equal(400, (await Post(Api, "/api/incidents/1/tasks/added-1/state", new { state = "not-needed" })).Status);
        Assert.Equal(200, (await Post(Api, "/api/incidents/1/tasks/added-1/state", new { state = "done" })).Status);
        Assert.Equal(404, (await Post(Api, "/api/incidents/1/tasks/added-9/state", new { state = "done" })).Status);

        var task = (await Get(Api, "/api/incidents/1/tasks")).Body!["items"]![0]!;
        Assert.Equal(("Sam Second", "done"), ((string)task["assigneeName"]!, (string)task["state"]!));
    }

    [Fact]
    public async Task On_pages_without_script_the_same()
    {
        await Api.Send("/incidents/declare", "declare", ("title", "Door open"), ("playbook", "vendor-incident"));
        var tasks = await Api.Page("/incidents/1/tasks");
        var first = tasks.QuerySelector("#task-list > li")!.Id!["task-".Length..];

        Assert.Equal($"/incidents/1/tasks#task-{first}", (await Api.Send("/incidents/1/tasks", $"done-{first}")).Location);
        Assert.Equal(302, (await Api.Send("/incidents/1/tasks", "add", ("title", "Answer the petition"))).Status);
        Assert.Equal(302, (await Api.Send("/incidents/1/tasks", "settle", ("task", "added-1"),
            ("state", "not-needed"), ("reason", "Answered before"))).Status);
        var untitled = await Api.Send("/incidents/1/tasks", "add");

        Assert.Equal(400, untitled.Status);
        var after = await Api.Page("/incidents/1/tasks");
        Assert.Null(after.GetElementById($"done-{first}"));
        Assert.Contains("Answered before", after.GetElementById("task-added-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_to_a_private_incident_finds_no_tasks()
    {
        using var stranger = await Colleague("Stig Stranger", "responder");
        await Post(Api, "/api/incidents", new { title = "Somebody read the diary", visibility = "private" });

        Assert.Equal(404, (await Get(stranger, "/api/incidents/1/tasks")).Status);
        Assert.Equal(404, (await Post(stranger, "/api/incidents/1/tasks", new { title = "hello?" })).Status);
        await stranger.Page("/incidents/1/tasks", HttpStatusCode.NotFound);
    }
}
