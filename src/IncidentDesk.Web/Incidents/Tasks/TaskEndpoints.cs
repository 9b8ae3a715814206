using IncidentDesk.Incidents.Playbooks;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Incidents.Tasks;

/// <summary>Playbooks and tasks over HTTP.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this WebApplication app)
    {
        app.MapGet("/api/playbooks", (PlaybookShelf shelf) => Answers.Ok(new Page<Playbook>(shelf.All, null)))
            .WithTags("Tasks").WithSummary("List the playbooks, in the order in which they are suggested").Produces<Page<Playbook>>();
        var tasks = app.MapGroup("/api/incidents/{incident:int}/tasks").WithTags("Tasks");
        tasks.MapGet("", (int incident, HttpContext http) => http.Part(incident, (db, moment) => TaskQueries.Of(db, incident, moment)))
            .WithQuery("asKnownAt").WithSummary("List the tasks in the order of their due times").Produces<Page<IncidentTask>>();
    }
}
