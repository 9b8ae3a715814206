using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Tasks;

/// <summary>Playbooks and tasks over HTTP.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this WebApplication app)
    {
        app.MapGet("/api/playbooks", (PlaybookShelf shelf) => Answers.Ok(new Page<Playbook>(shelf.All, null)))
            .WithTags("Tasks").WithSummary("The playbooks of this desk, in the order in which they are suggested").Produces<Page<Playbook>>();
        var tasks = app.MapGroup("/api/incidents/{incident:int}/tasks").WithTags("Tasks");
        tasks.MapCommand<AddTask, Position>("", "Add something to do");
        tasks.MapCommand<SettleTask, Position>("{task}/state", "Say that a task is done, not needed, or open again");
        tasks.MapCommand<AssignTask, Position>("{task}/assignee", "Say who does a task; without a person it is nobody's");
        tasks.MapGet("", (int incident, HttpContext http) => http.Part(incident, (db, then) => TaskQueries.Of(db, incident, then)))
            .WithQuery("asKnownAt").WithSummary("What there is to do, in the order of due times").Produces<Page<IncidentTask>>();
    }
}
