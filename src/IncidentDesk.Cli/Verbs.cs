using IncidentDesk.Cli.Assets;
using IncidentDesk.Cli.Assets.Evidence;
using IncidentDesk.Cli.Incidents;
using IncidentDesk.Cli.Kit;
using IncidentDesk.Cli.Pauses;
using IncidentDesk.Cli.People;
using IncidentDesk.Cli.Reviews;
using IncidentDesk.Cli.Statements;

namespace IncidentDesk.Cli;

/// <summary>Every verb, room by room. What a command does and where it is sent is in the catalogue of commands.</summary>
public static class Verbs
{
    public static readonly IReadOnlyList<Verb> All =
    [
        .. IncidentVerbs.All,
        .. PauseVerbs.All,
        .. ReviewVerbs.All,
        .. AssetVerbs.All,
        .. EvidenceVerbs.All,
        .. StatementVerbs.All,
        .. TaskVerbs.All,
        .. PeopleVerbs.All,
    ];

    /// <summary>Words that only stand before others.</summary>
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["access"] = "Open a private incident in an emergency, by two people",
        ["assets"] = "Find assets, import catalogues, and list what an incident affects",
        ["blast-radius"] = "What is downstream or upstream of the linked assets",
        ["evidence"] = "Record and read who could access the data, who did, and what the logs cover",
        ["incident"] = "List and show incidents",
        ["participant"] = "Add and remove participants",
        ["pause"] = "Propose, order, verify and resume pauses",
        ["people"] = "Invite and manage people",
        ["playbook"] = "List the playbooks",
        ["review"] = "Record which reviews were required, which exist, and which cannot be produced",
        ["role"] = "Assign and release roles in an incident",
        ["safeguard"] = "Record claimed safeguards and whether they hold",
        ["searches"] = "Save, rename and delete searches of the catalogue",
        ["session"] = "List sessions and end them",
        ["statement"] = "Draft, revise and publish statements",
        ["task"] = "Add, assign and complete tasks",
        ["token"] = "Issue and revoke API tokens",
    };
}
