using IncidentDesk.Cli.Kit;
using IncidentDesk.Incidents.Declaring;
using IncidentDesk.Incidents.Regrading;
using IncidentDesk.Incidents.Updating;

namespace IncidentDesk.Cli;

/// <summary>Every verb, one line each: what is typed, what it does, where it is sent, what is said when it is done.</summary>
public static class Verbs
{
    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<DeclareIncident>("declare [title]", "Open an incident", "/api/incidents", "{name} is declared, {severity}."),
        new CommandVerb<PostUpdate>("update <incident> [text]", "Write into the log; a text of - is read from standard input", "/api/incidents/{incident}/updates", "Written into INC-{incident} as entry {position}."),
        new CommandVerb<ChangeSeverity>("severity <incident> <severity>", "Raise or lower the severity", "/api/incidents/{incident}/severity", "INC-{incident} is {severity} now (entry {position})."),
    ];

    /// <summary>Words that only stand before others.</summary>
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
    };
}
