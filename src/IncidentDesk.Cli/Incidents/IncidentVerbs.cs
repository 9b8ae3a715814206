using IncidentDesk.Cli.Kit;
using IncidentDesk.Cli.Overview;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Overriding;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Incidents.Timeline;

namespace IncidentDesk.Cli.Incidents;

/// <summary>Declaring, working on and reading incidents.</summary>
internal static class IncidentVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<DeclareIncident>("declare [title]", "{name} is declared, {severity}."),
        new CommandVerb<PostUpdate>("update <incident> [text]",
            "Added to INC-{incident} as entry {position}.", hint: "a text of - is read from standard input"),
        new CommandVerb<ChangeSeverity>("severity <incident> <severity>",
            "INC-{incident} is now {severity} (entry {position})."),
        new CommandVerb<EditIncident>("describe <incident>",
            "The title and summary of INC-{incident} are updated (entry {position})."),
        new CommandVerb<ChangeStatus>("status <incident> <status>",
            "INC-{incident} is now {status} (entry {position})."),
        new CommandVerb<SettleClosingItem>("close-item <incident> <item> <state>",
            "{item} of INC-{incident} is now {state} (entry {position})."),
        new CommandVerb<SetMilestone>("milestone <incident> <milestone> <at>",
            "INC-{incident} is recorded as {milestone} at {at} (entry {position})."),
        new CommandVerb<ChangeVisibility>("visibility <incident> <visibility>",
            "INC-{incident} is now {visibility} (entry {position})."),
        new CommandVerb<AssignRole>("role assign <incident> <role> <person>",
            "The role {role} in INC-{incident} is assigned (entry {position})."),
        new CommandVerb<ReleaseRole>("role release <incident> <role>",
            "The role {role} in INC-{incident} is unassigned (entry {position})."),
        new CommandVerb<AddParticipant>("participant add <incident> <person>",
            "The participant is added to INC-{incident} (entry {position})."),
        new CommandVerb<RemoveParticipant>("participant remove <incident> <person>",
            "The participant is removed from INC-{incident} (entry {position})."),
        new CommandVerb<MergeIncident>("merge <incident> <into>",
            "INC-{incident} is merged into INC-{into}; both numbers stay valid (entry {position})."),
        new CommandVerb<UnmergeIncident>("unmerge <incident>",
            "INC-{incident} is a separate incident again (entry {position})."),

        new ReadVerb("access list", "List the requests for emergency access that another person can agree to", "/api/emergency-access",
            "id number name reason until"),
        new CommandVerb<RequestAccess>("access request <number> [reason]",
            "Request {id} for emergency access is recorded; another person can agree until {until}."),
        new CommandVerb<AgreeToAccess>("access agree <request>", "{name} is a participant of INC-{number} now."),

        new ReadVerb("incident list",
            "List incidents: open first, then by severity, then newest; now or as known at an earlier time",
            "/api/incidents?q&status&severity&kind&asKnownAt&after&limit",
            "name severity status commander paused changedAt title"),
        new ReadVerb("incident show <incident>",
            "Show an incident, now or as known at an earlier time", $"{Inc}?asKnownAt"),
        new ReadVerb("overview",
            "Show what is open, paused and overdue, and what changed in 24 hours; now or as known at an earlier time",
            "/api/status?asKnownAt") { InWords = StatusText.InWords },
        new ReadVerb("timeline <incident>",
            "Show the timeline, now or as known at an earlier time",
            $"{Inc}/timeline?order&first&kind&q&asKnownAt&after&limit", "position happenedAt by text"),
        new CommandVerb<CorrectEntry>("correct <incident> <position>",
            "The entry in INC-{incident} is corrected; the original stays in the record."),
        new CommandVerb<RedactEntry>("redact <incident> <position>",
            "The words are permanently removed from INC-{incident} (entry {position}); its chain still verifies."),
        new DownloadVerb("export <incident>",
            "Export the incident as a file that can be verified anywhere", $"{Inc}/export"),
        new UploadVerb<ImportIncident>("import <file>",
            "", "application/json", "{name} is imported (entry {position})."),
        new DownloadVerb("report <incident>",
            "Download a report as pdf, html, md or json",
            $"{Inc}/reports/{{kind=summary}}?format=pdf&asKnownAt&privileged"),
        new VerifyVerb(),
    ];
}
