using IncidentDesk.Cli.Kit;
using IncidentDesk.Incidents.Tasks;

namespace IncidentDesk.Cli.Incidents;

/// <summary>Tasks and playbooks.</summary>
internal static class TaskVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<AddTask>("task add <incident> [title]", "Added to INC-{incident} (entry {position})."),
        new CommandVerb<SettleTask>("task settle <incident> <task> <state>",
            "{task} of INC-{incident} is now {state} (entry {position})."),
        new CommandVerb<AssignTask>("task assign <incident> <task> [assignee]",
            "{task} of INC-{incident} is assigned (entry {position})."),
        new ReadVerb("task list <incident>",
            "List the tasks in the order of their due times", $"{Inc}/tasks?asKnownAt",
            "id state role assigneeName dueAt title"),
        new ReadVerb("playbook list", "List the playbooks", "/api/playbooks", "id name summary"),
    ];
}
