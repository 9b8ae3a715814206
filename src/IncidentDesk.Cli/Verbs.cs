using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Assets.Evidence.Recording;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Cli.Assets;
using IncidentDesk.Cli.Assets.Linking;
using IncidentDesk.Cli.Incidents;
using IncidentDesk.Cli.Overview;
using IncidentDesk.Cli.Kit;
using IncidentDesk.Cli.Pauses;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Assigning;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Incidents.Participating;
using IncidentDesk.Incidents.Tasks;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Scoping;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Pauses.Verifying;
using IncidentDesk.People;
using IncidentDesk.People.Authenticating;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;
using IncidentDesk.People.Tokens;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Claiming;
using IncidentDesk.Reviews.Entering;
using IncidentDesk.Reviews.Recording;
using IncidentDesk.Reviews.Searching;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;

namespace IncidentDesk.Cli;

/// <summary>Every verb, one line each: what is typed, what it does, where it is sent, what is said when it is done.</summary>
public static class Verbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<DeclareIncident>("declare [title]", "Declare an incident", "/api/incidents", "{name} is declared, {severity}."),
        new CommandVerb<PostUpdate>("update <incident> [text]", "Post an update; a text of - is read from standard input", $"{Inc}/updates", "Added to INC-{incident} as entry {position}."),
        new CommandVerb<ChangeSeverity>("severity <incident> <severity>", "Change the severity", $"{Inc}/severity", "INC-{incident} is {severity} now (entry {position})."),
        new CommandVerb<EditIncident>("describe <incident>", "Edit the title or summary", $"{Inc}/description", "The title and summary of INC-{incident} are updated (entry {position})."),
        new CommandVerb<ChangeStatus>("status <incident> <status>", "Change the status; going back needs a reason", $"{Inc}/status", "INC-{incident} is {status} now (entry {position})."),
        new CommandVerb<SettleClosingItem>("close-item <incident> <item> <state>", "Mark a closing item done, waived or open", $"{Inc}/closing", "{item} of INC-{incident} is {state} now (entry {position})."),
        new CommandVerb<SetMilestone>("milestone <incident> <milestone> <at>", "Set when it started, was detected, declared or resolved", $"{Inc}/milestones", "INC-{incident} is recorded as {milestone} at {at} (entry {position})."),
        new CommandVerb<ChangeVisibility>("visibility <incident> <visibility>", "Make it private to its participants, or open to everyone", $"{Inc}/visibility", "INC-{incident} is {visibility} now (entry {position})."),
        new CommandVerb<AssignRole>("role assign <incident> <role> <person>", "Assign a role, or hand it over", $"{Inc}/roles", "The role {role} in INC-{incident} is assigned (entry {position})."),
        new CommandVerb<ReleaseRole>("role release <incident> <role>", "Release a role", $"{Inc}/roles/release", "The role {role} in INC-{incident} is unassigned (entry {position})."),
        new CommandVerb<AddParticipant>("participant add <incident> <person>", "Add a participant", $"{Inc}/participants", "The participant is added to INC-{incident} (entry {position})."),
        new CommandVerb<RemoveParticipant>("participant remove <incident> <person>", "Remove a participant", $"{Inc}/participants/removal", "The participant is removed from INC-{incident} (entry {position})."),
        new CommandVerb<MergeIncident>("merge <incident> <into>", "Merge a duplicate into another incident", $"{Inc}/merge", "INC-{incident} is merged into INC-{into}; both numbers stay valid (entry {position})."),
        new CommandVerb<UnmergeIncident>("unmerge <incident>", "Undo the merge", $"{Inc}/unmerge", "INC-{incident} is a separate incident again (entry {position})."),

        new ReadVerb("incident list", "List incidents: open first, then by severity, then newest; now or as known at an earlier time", "/api/incidents?q&status&severity&kind&asKnownAt&after&limit", "name severity status commander paused changedAt title"),
        new ReadVerb("incident show <incident>", "Show an incident, now or as known at an earlier time", $"{Inc}?asKnownAt"),
        new ReadVerb("overview", "Show what is open, paused and overdue, and what changed in 24 hours; now or as known at an earlier time", "/api/status?asKnownAt") { InWords = StatusText.InWords },
        new ReadVerb("timeline <incident>", "Show the timeline, now or as known at an earlier time", $"{Inc}/timeline?order&first&kind&q&asKnownAt&after&limit", "position happenedAt by text"),
        new CommandVerb<CorrectEntry>("correct <incident> <position>", "Correct the text or the time of an entry", $"{Inc}/corrections", "The entry in INC-{incident} is corrected; the original stays in the record."),
        new CommandVerb<RedactEntry>("redact <incident> <position>", "Permanently remove personal data from an entry", $"{Inc}/redactions", "The words are permanently removed from INC-{incident} (entry {position}); its chain still verifies."),
        new DownloadVerb("export <incident>", "Export the incident as a file that can be verified anywhere", $"{Inc}/export"),
        new UploadVerb<ImportIncident>("import <file>", "Import an exported incident", "/api/incidents/imports", "application/json", "{name} is imported (entry {position})."),
        new DownloadVerb("report <incident>", "Download a report as pdf, html, md or json", $"{Inc}/reports/{{kind=summary}}?format=pdf&asKnownAt&privileged"),
        new VerifyVerb(),

        new CommandVerb<ProposePause>("pause propose <key>", "Propose a pause; it takes effect when it is ordered", "/api/pauses", "The pause {key} is proposed. Nothing stops until it is ordered: pause order {key}"),
        new CommandVerb<OrderPause>("pause order <key>", "Order a proposed pause; one person is enough", "/api/pauses/{key}/order", "{key} is paused (entry {position})."),
        new CommandVerb<WithdrawPause>("pause withdraw <key>", "Withdraw a proposal that was never ordered", "/api/pauses/{key}/withdrawal", "The proposal {key} is withdrawn (entry {position})."),
        new CommandVerb<ExtendPause>("pause extend <key>", "Extend a pause to a later re-check; ends an approval to resume", "/api/pauses/{key}/extensions", "{key} stays paused, re-check by {reviewBy} (entry {position})."),
        new CommandVerb<HandOverReview>("pause reviewer <key> <person>", "Hand over the re-check to another person", "/api/pauses/{key}/reviewer", "The re-check of {key} is handed over (entry {position})."),
        new CommandVerb<VerifyPause>("pause verify <key> [text]", "Record the proof that it stopped", "/api/pauses/{key}/verifications", "{key} is verified (entry {position})."),
        new CommandVerb<ReportSighting>("pause seen <key> [where]", "Report that it was seen running; raises an alarm while the pause is in force", "/api/pauses/{key}/sightings", "Recorded for {key} (entry {position})."),
        new ReadVerb("pause sightings <key>", "List who saw it running since the pause was ordered, and how often", "/api/pauses/{key}/sightings", "source count first last"),
        new ReadVerb("pause overlaps <key>", "List other pauses with an overlapping scope", "/api/pauses/{key}/overlaps", "key state target"),
        new CommandVerb<NameHeartbeats>("pause heartbeats <key>", "Set the sources that must stay silent while it is paused", "/api/pauses/{key}/heartbeats", "The sources of {key} are set (entry {position})."),
        new CommandVerb<WidenPause>("pause widen <key>", "Widen the scope; ends an approval to resume", "/api/pauses/{key}/widening", "The scope of {key} is wider (entry {position})."),
        new CommandVerb<NarrowPause>("pause narrow <key>", "Narrow the scope of a proposal", "/api/pauses/{key}/narrowing", "The scope of {key} is narrower (entry {position})."),
        new CommandVerb<ChangePauseMode>("pause mode <key> <mode>", "Change how it is stopped; ends an approval to resume", "/api/pauses/{key}/mode", "{key} is stopped by {mode} now (entry {position})."),
        new CommandVerb<StateCost>("pause cost <key> [text]", "Record what the pause costs", "/api/pauses/{key}/cost", "Recorded for {key} (entry {position})."),
        new CommandVerb<SettleCondition>("pause settle <key> <condition> <state>", "Mark a condition met, waived or open again", "/api/pauses/{key}/conditions", "Condition {condition} of {key} is {state} now (entry {position})."),
        new CommandVerb<AddCondition>("pause condition <key> [text]", "Add a condition to resume", "/api/pauses/{key}/conditions/additions", "Added to {key} (entry {position})."),
        new CommandVerb<TakeOverConditions>("pause take-over <key> <subject> <review>", "Take over conditions of a review; it resumes only when the register shows them met", "/api/pauses/{key}/conditions/reviews", "{key} waits for the conditions of review {review} of {subject} (entry {position})."),
        new CommandVerb<ApproveResume>("pause approve-resume <key>", "Approve resuming; another person then resumes", "/api/pauses/{key}/resume-approvals", "Resuming {key} is approved; it stays paused until another person resumes it (entry {position})."),
        new CommandVerb<ResumePause>("pause resume <key>", "Resume, once another person has approved it", "/api/pauses/{key}/resume", "{key} is resumed (entry {position})."),
        new PausedVerb(),
        new ReadVerb("pause clients <key>", "List the machines that ask about a pause, and those that stopped asking", "/api/pauses/{key}/clients"),
        new ReadVerb("pause list", "List pauses; narrow with --only overdue and others, order with --sort review and others", "/api/pauses?state&mode&only&reviewer&sort&asKnownAt&after&limit", "key state mode reviewer reviewBy"),
        new DownloadVerb("pause export", "Export the list of pauses as CSV", "/api/pauses?format=csv&state&mode&only&reviewer&sort&asKnownAt"),
        new ReadVerb("pause show <key>", "Show a pause with its history, now or as known at an earlier time", "/api/pauses/{key}?asKnownAt"),
        new ReadVerb("pause of <incident>", "List the pauses of an incident, now or as known at an earlier time", $"{Inc}/pauses?asKnownAt", "key state mode target scope reviewBy"),

        new CommandVerb<EnterSubject>("review enter <key> [name]", "Add a program, or another subject of reviews, to the register", "/api/reviews", "{key} is in the register of reviews (entry {position}). What it needs: review show {key}"),
        new CommandVerb<DescribeSubject>("review describe <key>", "Edit the description of a subject", "/api/reviews/{key}/description", "The description of {key} is updated (entry {position})."),
        new CommandVerb<RecordReview>("review record <key> <kind> [document]", "Record a review, with --file or --sha256", "/api/reviews/{key}/records", "Review {review} of {key} is on record, SHA-256 {sha256} (entry {position})."),
        new CommandVerb<CorrectReview>("review correct <key> <review>", "Correct the record of a review", "/api/reviews/{key}/corrections", "Review {review} of {key} is corrected (entry {position})."),
        new CommandVerb<WithdrawReview>("review withdraw <key> <review>", "Withdraw a review", "/api/reviews/{key}/withdrawals", "Review {review} of {key} is withdrawn (entry {position}); it stays in the register."),
        new CommandVerb<SettleReviewCondition>("review settle <key> <review> <condition> <met>", "Mark a condition of a review met (true) or open (false)", "/api/reviews/{key}/conditions", "Condition {condition} of review {review} of {key} is settled (entry {position})."),
        new CommandVerb<RecordReviewSearch>("review searched <key> <kind> [searched]", "Record a search that found no review", "/api/reviews/{key}/searches", "The {kind} of {key} is recorded as not found (entry {position}), search {search}."),
        new CommandVerb<WithdrawReviewSearch>("review withdraw-search <key> <search>", "Withdraw a recorded search", "/api/reviews/{key}/searches/withdrawals", "Search {search} for {key} is withdrawn (entry {position})."),
        new CommandVerb<ClaimSafeguard>("safeguard claim <key> <kind> [claim]", "Record a claimed safeguard, and whom it covers", "/api/reviews/{key}/safeguards", "Recorded for {key} (entry {position}); nothing is verified yet."),
        new CommandVerb<ReviseSafeguard>("safeguard covers <key> <safeguard>", "Change whom a safeguard covers", "/api/reviews/{key}/safeguards/coverage", "Recorded for safeguard {safeguard} of {key} (entry {position})."),
        new CommandVerb<VerifySafeguard>("safeguard verify <key> <safeguard> <standing>", "Record the result of checking a safeguard", "/api/reviews/{key}/safeguards/checks", "Safeguard {safeguard} of {key}: {standing} (entry {position})."),
        new CommandVerb<WithdrawSafeguard>("safeguard withdraw <key> <safeguard>", "Withdraw a safeguard that is no longer claimed", "/api/reviews/{key}/safeguards/withdrawals", "Safeguard {safeguard} of {key} is withdrawn (entry {position})."),
        new ReadVerb("review list", "List the subjects of reviews, with what each requires and what is missing", "/api/reviews?q&state&asKnownAt&after&limit", "key worst inShort"),
        new ReadVerb("review show <key>", "Show a subject with its reviews, searches and safeguards", "/api/reviews/{key}?asKnownAt"),
        new ReadVerb("review of <incident>", "List the subjects that an incident concerns, now or as known at an earlier time", $"{Inc}/reviews?asKnownAt", "key worst inShort"),
        new ReadVerb("review rules", "Show the kinds of review and what requires them", "/api/reviews/rules"),
        new DownloadVerb("review document <key> <sha256>", "Download a review document", "/api/reviews/{key}/documents/{sha256}"),

        new ImportVerb(),
        new ReadVerb("assets imports", "List imports, newest first", "/api/assets/imports?after&limit", "import source format state taken total rejectedCount file"),
        new ReadVerb("assets search [q]", "Search assets by part of a key, or by a glob with * and ?", "/api/assets?q&kind&container&owner&label&peopleData&review&gone&after&limit", "key kind owner peopleData"),
        new ReadVerb("searches list", "List saved searches by name", "/api/assets/searches", "search name filter madeBy madeAt"),
        new CommandVerb<SaveSearch>("searches save <name>", "Save a search of the catalogue for everyone", "/api/assets/searches", "Saved as search {search} (entry {position} of the catalogue)."),
        new CommandVerb<RenameSearch>("searches rename <search> <name>", "Rename a saved search; its author or an administrator", "/api/assets/searches/{search}/name", "Search {search} is renamed to {name} (entry {position} of the catalogue)."),
        new CommandVerb<DeleteSearch>("searches delete <search>", "Delete a saved search; assets linked with it stay linked", "/api/assets/searches/{search}/deletion", "Search {search} is deleted (entry {position} of the catalogue)."),
        new ReadVerb("assets show <key>", "Show an asset with its incidents and pauses, now or as known at an earlier time", "/api/assets/{key}?asKnownAt"),
        new LinkVerb(),
        new CommandVerb<UnlinkAssets>("unlink <incident> [pattern]", "Unlink assets by pattern, --keys or --all", $"{Inc}/assets/unlink", "INC-{incident}: {unlinked} unlinked (entry {position})."),
        new CommandVerb<SetExposure>("exposure <incident> [pattern]", "Set the exposure window and disclosure of linked assets", $"{Inc}/assets/exposure", "INC-{incident}: {changed} changed, {unchanged} unchanged (entry {position})."),
        new ReadVerb("assets linked <incident>", "List the assets linked to an incident, now or as known at an earlier time", $"{Inc}/assets?q&kind&container&owner&label&peopleData&review&gone&disclosure&asKnownAt&after&limit", "key disclosure exposedFrom exposedTo owner"),
        new ReadVerb("assets count <incident> [group]", "Count linked assets by container, owner, label or disclosure", $"{Inc}/assets?group=container&asKnownAt", "name count peopleData"),
        new DownloadVerb("assets export <incident>", "Export the linked assets as CSV", $"{Inc}/assets?format=csv&disclosure&asKnownAt"),

        new ReadVerb("blast-radius show <incident>", "Summarise what is downstream of the linked assets, or upstream with --direction upstream, and what is not known", $"{Inc}/blast-radius?direction&depth&gone&oldAfterDays&groups&asKnownAt") { InWords = Reach.Told },
        new ReadVerb("blast-radius list <incident>", "List the assets of the blast radius, nearest first", $"{Inc}/blast-radius?direction&depth&gone&distance&kind&container&owner&label&peopleData&review&asKnownAt&after&limit", "key distance kind owner peopleData"),
        new CommandVerb<LinkReached>("blast-radius link <incident>", "Link what is downstream of the linked assets; narrow it with --hops and --only-people-data", $"{Inc}/blast-radius/links", "INC-{incident}: {linked} linked, {alreadyLinked} already linked (entry {position})."),
        new DownloadVerb("blast-radius export <incident>", "Export the blast radius as CSV, with a shortest path to each asset", $"{Inc}/blast-radius?format=csv&direction&depth&gone&distance&kind&container&owner&label&peopleData&review&asKnownAt"),

        new CommandVerb<RecordReaders>("evidence readers <incident> [pattern]", "Record who could read assets, by pattern, --keys or --all", $"{Inc}/evidence/readers", "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new CommandVerb<RecordAccesses>("evidence accesses <incident> [pattern]", "Record the result of a search for accesses", $"{Inc}/evidence/accesses", "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new CommandVerb<RecordCoverage>("evidence coverage <incident> [pattern]", "Record what a log covers, or that there is none", $"{Inc}/evidence/coverage", "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new UploadVerb<ImportEvidence>("evidence import <incident> <file>", "Import evidence from a CSV file; --kind is readers, accesses or coverage", $"{Inc}/evidence/imports?kind&file&replaces", "text/csv", "{rows} rows imported, about {assets} assets (entry {position})."),
        new CommandVerb<WithdrawEvidence>("evidence withdraw <incident> <position>", "Withdraw evidence recorded by an entry", $"{Inc}/evidence/withdrawals", "The evidence is withdrawn (entry {position}); its entry stays in the record."),
        new CommandVerb<SetContainment>("evidence contain <incident> <state> [pattern]", "Mark assets exposed, contained or verified, with the proof", $"{Inc}/assets/containment", "INC-{incident}: {changed} set to {state}, {unchanged} unchanged (entry {position})."),
        new ReadVerb("evidence list <incident>", "List the entries that recorded evidence", $"{Inc}/evidence?asKnownAt", "position kind withdrawnBy says"),
        new ReadVerb("evidence summary <incident>", "Summarise who could read, who did, what the logs cover and what cannot be assessed", $"{Inc}/evidence/summary?group&asKnownAt"),
        new ReadVerb("evidence assets <incident>", "List linked assets with the assessment of their evidence", $"{Inc}/evidence/assets?q&finding&doubt&containment&contradicted&asKnownAt&after&limit", "key finding disclosure why contradiction"),
        new DownloadVerb("evidence export <incident>", "Export the assessment of the evidence as CSV", $"{Inc}/evidence/assets?format=csv&finding&asKnownAt"),

        new CommandVerb<DraftStatement>("statement draft <incident> <audience>", "Draft a statement from the template of its audience", $"{Inc}/statements", "Statement {statement} of INC-{incident} is drafted (entry {position})."),
        new CommandVerb<ReviseStatement>("statement revise <incident> <statement> [text]", "Write a new version of a statement; a text of - is read from standard input", $"{Inc}/statements/{{statement}}/versions", "{statement} of INC-{incident} has a new version (entry {position})."),
        new CommandVerb<PublishStatement>("statement publish <incident> <statement> <version> <channel>", "Record the exact text that was published; nothing is sent", $"{Inc}/statements/{{statement}}/publications", "Version {version} of {statement} is recorded as published, {channel} (entry {position})."),
        new ReadVerb("statement show <incident> <statement>", "Show a statement with its versions and publications", $"{Inc}/statements?asKnownAt", pick: "statement"),
        new ReadVerb("statement list <incident>", "List the statements of an incident, now or as known at an earlier time", $"{Inc}/statements?asKnownAt", "id audience"),

        new CommandVerb<AddTask>("task add <incident> [title]", "Add a task", $"{Inc}/tasks", "Added to INC-{incident} (entry {position})."),
        new CommandVerb<SettleTask>("task settle <incident> <task> <state>", "Mark a task done, not needed or open again", $"{Inc}/tasks/{{task}}/state", "{task} of INC-{incident} is {state} now (entry {position})."),
        new CommandVerb<AssignTask>("task assign <incident> <task> [assignee]", "Assign a task; without a person it becomes unassigned", $"{Inc}/tasks/{{task}}/assignee", "{task} of INC-{incident} is assigned (entry {position})."),
        new ReadVerb("task list <incident>", "List the tasks in the order of their due times", $"{Inc}/tasks?asKnownAt", "id state role assigneeName dueAt title"),
        new ReadVerb("playbook list", "List the playbooks", "/api/playbooks", "id name summary"),

        new ReadVerb("people list", "List the people on this desk", "/api/people", "name email roles active zone id"),
        new CommandVerb<InvitePerson>("people invite [email]", "Invite a person by a one-time link", "/api/people", "{name} is invited as {person}. Their one-time link is shown only once; it is this path on the desk:\n/invitation/{secret}"),
        new CommandVerb<RenewInvitation>("people renew <person>", "Create a new one-time link; the old link, the password and all sessions end", "/api/people/{person}/invitation", "Their new one-time link is shown only once; it is this path on the desk:\n/invitation/{secret}"),
        new CommandVerb<ChangeRoles>("people roles <person> <roles>", "Replace the roles of a person", "/api/people/{person}/roles", "The person has these roles now: {roles}."),
        new CommandVerb<DeactivatePerson>("people deactivate <person>", "Deactivate a person; their sessions and tokens end", "/api/people/{person}/deactivate", "The person is deactivated; their name stays in the record."),
        new CommandVerb<ReactivatePerson>("people reactivate <person>", "Reactivate a person", "/api/people/{person}/reactivate", "The person can sign in again; their tokens stay revoked."),
        new CommandVerb<ResetAuthenticator>("people reset-authenticator <person>", "Remove a lost authenticator", "/api/people/{person}/authenticator/reset", "The authenticator is removed; the person sets up a new one at the next sign-in."),
        new CommandVerb<ChangeOwnProfile>("profile <name> <zone>", "Change your name and time zone", "/api/account", "Your name is {name} and your time zone is {zone}."),
        new ReadVerb("token list", "List your tokens, or as an administrator those of another person", "/api/tokens?person", "id name roles expiresAt revokedAt lastUsed"),
        new CommandVerb<IssueToken>("token issue [name]", "Issue an API token; it is shown once", "/api/tokens", "Token {id} is valid until {expiresAt}. It is shown only once:\n{secret}"),
        new CommandVerb<RevokeToken>("token revoke <token>", "Revoke an API token", "/api/tokens/{token}/revoke", "The token is revoked."),
    ];

    /// <summary>Words that only stand before others.</summary>
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
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
        ["statement"] = "Draft, revise and publish statements",
        ["task"] = "Add, assign and complete tasks",
        ["token"] = "Issue and revoke API tokens",
    };
}
