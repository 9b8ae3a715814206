using IncidentDesk.Cli.Kit;
using IncidentDesk.Incidents.Declaring;
using IncidentDesk.Incidents.Regrading;
using IncidentDesk.Incidents.Updating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Tokens;

namespace IncidentDesk.Cli;

/// <summary>Every verb, one line each: what is typed, what it does, where it is sent, what is said when it is done.</summary>
public static class Verbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<DeclareIncident>("declare [title]", "Open an incident", "/api/incidents", "{name} is declared, {severity}."),
        new CommandVerb<PostUpdate>("update <incident> [text]", "Write into the log; a text of - is read from standard input", $"{Inc}/updates", "Written into INC-{incident} as entry {position}."),
        new CommandVerb<ChangeSeverity>("severity <incident> <severity>", "Raise or lower the severity", $"{Inc}/severity", "INC-{incident} is {severity} now (entry {position})."),

        new CommandVerb<InvitePerson>("people invite [email]", "Add a person, who gets a one-time link", "/api/people", "{name} is on the desk as {person}. The secret of their one-time link, shown once:\n{secret}"),
        new CommandVerb<IssueToken>("token issue [name]", "Make an API token for a machine", "/api/tokens", "Token {id} is good until {expiresAt}. It is shown once:\n{secret}"),
        new CommandVerb<RevokeToken>("token revoke <token>", "End an API token at once", "/api/tokens/{token}/revoke", "The token opens nothing any more."),
    ];

    /// <summary>Words that only stand before others.</summary>
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["people"] = "Who is on the desk",
        ["token"] = "What lets machines in",
    };
}
