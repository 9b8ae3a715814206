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
        new CommandVerb<DeclareIncident>("declare [title]", "Open an incident", "/api/incidents", "{name} is declared, {severity}."),
        new CommandVerb<PostUpdate>("update <incident> [text]", "Write into the log; a text of - is read from standard input", $"{Inc}/updates", "Written into INC-{incident} as entry {position}."),
        new CommandVerb<ChangeSeverity>("severity <incident> <severity>", "Raise or lower the severity", $"{Inc}/severity", "INC-{incident} is {severity} now (entry {position})."),
        new CommandVerb<EditIncident>("describe <incident>", "Write title or summary anew", $"{Inc}/description", "INC-{incident} is described anew (entry {position})."),
        new CommandVerb<ChangeStatus>("status <incident> <status>", "Move on, or back with a reason", $"{Inc}/status", "INC-{incident} is {status} now (entry {position})."),
        new CommandVerb<SettleClosingItem>("close-item <incident> <item> <state>", "Say of what holds closing up that it is done, waived or open", $"{Inc}/closing", "{item} of INC-{incident} is {state} now (entry {position})."),
        new CommandVerb<SetMilestone>("milestone <incident> <milestone> <at>", "Say when it started, was detected, declared or resolved", $"{Inc}/milestones", "INC-{incident} is recorded as {milestone} at {at} (entry {position})."),
        new CommandVerb<ChangeVisibility>("visibility <incident> <visibility>", "Hide from all but the participants, or open to everybody", $"{Inc}/visibility", "INC-{incident} is {visibility} now (entry {position})."),
        new CommandVerb<AssignRole>("role assign <incident> <role> <person>", "Give somebody a role, or hand it over", $"{Inc}/roles", "The role {role} in INC-{incident} is theirs (entry {position})."),
        new CommandVerb<ReleaseRole>("role release <incident> <role>", "Take a role from its holder", $"{Inc}/roles/release", "Nobody holds the role {role} in INC-{incident} now (entry {position})."),
        new CommandVerb<AddParticipant>("participant add <incident> <person>", "Make somebody take part", $"{Inc}/participants", "They take part in INC-{incident} (entry {position})."),
        new CommandVerb<RemoveParticipant>("participant remove <incident> <person>", "End somebody's part", $"{Inc}/participants/removal", "They take no part in INC-{incident} any more (entry {position})."),
        new CommandVerb<MergeIncident>("merge <incident> <into>", "Merge into the incident that is the same", $"{Inc}/merge", "INC-{incident} is merged into INC-{into}; both numbers keep answering (entry {position})."),
        new CommandVerb<UnmergeIncident>("unmerge <incident>", "Undo the merge", $"{Inc}/unmerge", "INC-{incident} stands on its own again (entry {position})."),

        new ReadVerb("incident list", "The board: open first, then the worst, then the newest; now or as it was known", "/api/incidents?q&status&severity&kind&asKnownAt&after&limit", "name severity status commander paused changedAt title"),
        new ReadVerb("incident show <incident>", "One incident as it stands, or as it was known", $"{Inc}?asKnownAt"),
        new ReadVerb("overview", "What is open, paused and overdue, and what changed in 24 hours; now or as it was known", "/api/status?asKnownAt") { InWords = StatusText.InWords },
        new ReadVerb("timeline <incident>", "The timeline, now or as it was known", $"{Inc}/timeline?order&first&kind&q&asKnownAt&after&limit", "position happenedAt by text"),
        new CommandVerb<CorrectEntry>("correct <incident> <position>", "Say that an entry was wrong about its text or its time", $"{Inc}/corrections", "Corrected in INC-{incident}; the entry stays, readers see the correction."),
        new CommandVerb<RedactEntry>("redact <incident> <position>", "Remove personal words from an entry for good", $"{Inc}/redactions", "The words are gone from INC-{incident} for good (entry {position}); its chain still verifies."),
        new DownloadVerb("export <incident>", "The whole incident as a file that verifies anywhere", $"{Inc}/export"),
        new UploadVerb<ImportIncident>("import <file>", "Take in an incident that was exported", "/api/incidents/imports", "application/json", "{name} is imported (entry {position})."),
        new DownloadVerb("report <incident>", "A report as pdf, html, md or json", $"{Inc}/reports/{{kind=summary}}?format=pdf&asKnownAt&privileged"),
        new VerifyVerb(),

        new CommandVerb<ProposePause>("pause propose <key>", "Ask that something stops; it is in force once ordered", "/api/pauses", "The pause {key} is proposed. Nothing stops until it is ordered: pause order {key}"),
        new CommandVerb<OrderPause>("pause order <key>", "Put a proposed pause in force; one person is enough", "/api/pauses/{key}/order", "{key} is paused (entry {position})."),
        new CommandVerb<WithdrawPause>("pause withdraw <key>", "Take back a proposal that was never ordered", "/api/pauses/{key}/withdrawal", "The proposal {key} is withdrawn (entry {position})."),
        new CommandVerb<ExtendPause>("pause extend <key>", "Move the review; an approval to resume no longer stands", "/api/pauses/{key}/extensions", "{key} stays paused, review by {reviewBy} (entry {position})."),
        new CommandVerb<HandOverReview>("pause reviewer <key> <person>", "Say who has to look at it again by its review", "/api/pauses/{key}/reviewer", "The review of {key} is handed over (entry {position})."),
        new CommandVerb<VerifyPause>("pause verify <key> [text]", "Put on record what shows that it really stopped", "/api/pauses/{key}/verifications", "{key} is verified (entry {position})."),
        new CommandVerb<ReportSighting>("pause seen <key> [where]", "Say that it was seen running; an alarm, if the pause is in force", "/api/pauses/{key}/sightings", "Recorded for {key} (entry {position})."),
        new ReadVerb("pause sightings <key>", "Who saw it running since it is in force, and how often", "/api/pauses/{key}/sightings", "source count first last"),
        new ReadVerb("pause overlaps <key>", "Other pauses that reach some of the same", "/api/pauses/{key}/overlaps", "key state target"),
        new CommandVerb<NameHeartbeats>("pause heartbeats <key>", "Name the sources that must be silent while it is paused", "/api/pauses/{key}/heartbeats", "Named for {key} (entry {position})."),
        new CommandVerb<WidenPause>("pause widen <key>", "Let it reach further; an approval to resume no longer stands", "/api/pauses/{key}/widening", "{key} reaches further (entry {position})."),
        new CommandVerb<NarrowPause>("pause narrow <key>", "Let a proposal reach less far", "/api/pauses/{key}/narrowing", "{key} reaches less far (entry {position})."),
        new CommandVerb<ChangePauseMode>("pause mode <key> <mode>", "Stop it in another way; an approval to resume no longer stands", "/api/pauses/{key}/mode", "{key} stops another way now: {mode} (entry {position})."),
        new CommandVerb<StateCost>("pause cost <key> [text]", "Say what the pause costs", "/api/pauses/{key}/cost", "Recorded for {key} (entry {position})."),
        new CommandVerb<SettleCondition>("pause settle <key> <condition> <state>", "Say of a condition that it is met, waived or open again", "/api/pauses/{key}/conditions", "Condition {condition} of {key} is {state} now (entry {position})."),
        new CommandVerb<AddCondition>("pause condition <key> [text]", "Add a condition to resume", "/api/pauses/{key}/conditions/additions", "Added to {key} (entry {position})."),
        new CommandVerb<TakeOverConditions>("pause take-over <key> <subject> <review>", "Take over conditions of a review; it resumes only when they are met in the register", "/api/pauses/{key}/conditions/reviews", "{key} waits for the conditions of review {review} of {subject} (entry {position})."),
        new CommandVerb<ApproveResume>("pause approve-resume <key>", "Agree that it may resume; another person resumes", "/api/pauses/{key}/resume-approvals", "Resuming {key} is approved; it stays paused until another person resumes it (entry {position})."),
        new CommandVerb<ResumePause>("pause resume <key>", "End a pause that somebody else approved to resume", "/api/pauses/{key}/resume", "{key} is resumed (entry {position})."),
        new PausedVerb(),
        new ReadVerb("pause clients <key>", "Which machines ask for a pause, and which fell silent", "/api/pauses/{key}/clients"),
        new ReadVerb("pause list", "Pauses; --only overdue, --sort review and others narrow and order them", "/api/pauses?state&mode&only&reviewer&sort&asKnownAt&after&limit", "key state mode reviewer reviewBy"),
        new DownloadVerb("pause export", "The same as CSV", "/api/pauses?format=csv&state&mode&only&reviewer&sort&asKnownAt"),
        new ReadVerb("pause show <key>", "One pause with its history, now or as it was known", "/api/pauses/{key}?asKnownAt"),
        new ReadVerb("pause of <incident>", "The pauses of an incident, now or as they were known", $"{Inc}/pauses?asKnownAt", "key state mode target scope reviewBy"),

        new CommandVerb<EnterSubject>("review enter <key> [name]", "Put a program, or another thing that reviews are about, into the register", "/api/reviews", "{key} is in the register of reviews (entry {position}). What it needs: review show {key}"),
        new CommandVerb<DescribeSubject>("review describe <key>", "Write anew what the register says of a subject", "/api/reviews/{key}/description", "{key} is described anew (entry {position})."),
        new CommandVerb<RecordReview>("review record <key> <kind> [document]", "Put a review on record, by --file or --sha256", "/api/reviews/{key}/records", "Review {review} of {key} is on record, SHA-256 {sha256} (entry {position})."),
        new CommandVerb<CorrectReview>("review correct <key> <review>", "Correct what was recorded of a review", "/api/reviews/{key}/corrections", "Review {review} of {key} is corrected (entry {position})."),
        new CommandVerb<WithdrawReview>("review withdraw <key> <review>", "Say that a review counts no more", "/api/reviews/{key}/withdrawals", "Review {review} of {key} counts no more (entry {position}); it stays in the register."),
        new CommandVerb<SettleReviewCondition>("review settle <key> <review> <condition> <met>", "Say of a condition of a review that it is met, true or false", "/api/reviews/{key}/conditions", "Condition {condition} of review {review} of {key} is settled (entry {position})."),
        new CommandVerb<RecordReviewSearch>("review searched <key> <kind> [searched]", "Record a search that found no review", "/api/reviews/{key}/searches", "The {kind} of {key} cannot be shown (entry {position}). Search {search}"),
        new CommandVerb<WithdrawReviewSearch>("review withdraw-search <key> <search>", "Say that such a finding counts no more", "/api/reviews/{key}/searches/withdrawals", "The search {search} about {key} counts no more (entry {position})."),
        new CommandVerb<ClaimSafeguard>("safeguard claim <key> <kind> [claim]", "Write down a safeguard that is claimed, and whom it covers", "/api/reviews/{key}/safeguards", "Recorded for {key} (entry {position}); nothing is verified yet."),
        new CommandVerb<ReviseSafeguard>("safeguard covers <key> <safeguard>", "Say anew whom a safeguard covers", "/api/reviews/{key}/safeguards/coverage", "Recorded for safeguard {safeguard} of {key} (entry {position})."),
        new CommandVerb<VerifySafeguard>("safeguard verify <key> <safeguard> <standing>", "Record what a check of a safeguard came to", "/api/reviews/{key}/safeguards/checks", "Safeguard {safeguard} of {key}: {standing} (entry {position})."),
        new CommandVerb<WithdrawSafeguard>("safeguard withdraw <key> <safeguard>", "Say that a safeguard is claimed no longer", "/api/reviews/{key}/safeguards/withdrawals", "Safeguard {safeguard} of {key} is withdrawn (entry {position})."),
        new ReadVerb("review list", "The register: what is required of each subject, and where it stands", "/api/reviews?q&state&asKnownAt&after&limit", "key worst inShort"),
        new ReadVerb("review show <key>", "One subject with its reviews, searches and safeguards", "/api/reviews/{key}?asKnownAt"),
        new ReadVerb("review of <incident>", "What of the register an incident is about, now or as it was known", $"{Inc}/reviews?asKnownAt", "key worst inShort"),
        new ReadVerb("review rules", "The kinds of review this desk knows, and what requires them", "/api/reviews/rules"),
        new DownloadVerb("review document <key> <sha256>", "A document that the desk keeps", "/api/reviews/{key}/documents/{sha256}"),

        new ImportVerb(),
        new ReadVerb("assets imports", "Imports, the newest first", "/api/assets/imports?after&limit", "import source format state taken total rejectedCount file"),
        new ReadVerb("assets search [q]", "Find assets by part of a key, or by a glob with * and ?", "/api/assets?q&kind&container&owner&label&peopleData&review&gone&after&limit", "key kind owner peopleData"),
        new ReadVerb("searches list", "Saved searches by name", "/api/assets/searches", "search name filter madeBy madeAt"),
        new CommandVerb<SaveSearch>("searches save <name>", "Give a search of the catalogue a name, for everybody", "/api/assets/searches", "Saved as search {search} (entry {position} of the catalogue)."),
        new CommandVerb<RenameSearch>("searches rename <search> <name>", "Rename a saved search that you made", "/api/assets/searches/{search}/name", "Search {search} is called {name} now (entry {position} of the catalogue)."),
        new CommandVerb<DeleteSearch>("searches delete <search>", "Delete a saved search that you made; what was linked by it stays", "/api/assets/searches/{search}/deletion", "Search {search} is deleted (entry {position} of the catalogue)."),
        new ReadVerb("assets show <key>", "One asset by its key, and what touches it now or as it was known", "/api/assets/{key}?asKnownAt"),
        new LinkVerb(),
        new CommandVerb<UnlinkAssets>("unlink <incident> [pattern]", "Take assets off again, by pattern, by --keys or --all", $"{Inc}/assets/unlink", "INC-{incident}: {unlinked} taken off (entry {position})."),
        new CommandVerb<SetExposure>("exposure <incident> [pattern]", "Say from when to when assets were exposed, and what was disclosed", $"{Inc}/assets/exposure", "INC-{incident}: {changed} changed, {unchanged} as before (entry {position})."),
        new ReadVerb("assets linked <incident>", "Assets linked to an incident, now or as they were known", $"{Inc}/assets?q&kind&container&owner&label&peopleData&review&gone&disclosure&asKnownAt&after&limit", "key disclosure exposedFrom exposedTo owner"),
        new ReadVerb("assets count <incident> [group]", "How many are linked by container, owner, label or disclosure", $"{Inc}/assets?group=container&asKnownAt", "name count peopleData"),
        new DownloadVerb("assets export <incident>", "The linked assets as CSV", $"{Inc}/assets?format=csv&disclosure&asKnownAt"),

        new ReadVerb("blast-radius show <incident>", "What is downstream of what is linked, or with --direction upstream, how it adds up and what it does not know", $"{Inc}/blast-radius?direction&depth&gone&oldAfterDays&groups&asKnownAt") { InWords = Reach.Told },
        new ReadVerb("blast-radius list <incident>", "The same asset by asset, the nearest first", $"{Inc}/blast-radius?direction&depth&gone&distance&kind&container&owner&label&peopleData&review&asKnownAt&after&limit", "key distance kind owner peopleData"),
        new CommandVerb<LinkReached>("blast-radius link <incident>", "Link everything downstream of what is linked; --hops and --only-people-data narrow it", $"{Inc}/blast-radius/links", "INC-{incident}: {linked} linked, {alreadyLinked} linked before (entry {position})."),
        new DownloadVerb("blast-radius export <incident>", "The same as CSV, with a shortest way to each", $"{Inc}/blast-radius?format=csv&direction&depth&gone&distance&kind&container&owner&label&peopleData&review&asKnownAt"),

        new CommandVerb<RecordReaders>("evidence readers <incident> [pattern]", "Record who could read linked assets, by pattern, --keys or --all", $"{Inc}/evidence/readers", "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new CommandVerb<RecordAccesses>("evidence accesses <incident> [pattern]", "Record what a search for accesses came to", $"{Inc}/evidence/accesses", "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new CommandVerb<RecordCoverage>("evidence coverage <incident> [pattern]", "Record what a log covers, or that there is none", $"{Inc}/evidence/coverage", "INC-{incident}: recorded for {assets} assets (entry {position})."),
        new UploadVerb<ImportEvidence>("evidence import <incident> <file>", "Read evidence from a CSV file; --kind is readers, accesses or coverage", $"{Inc}/evidence/imports?kind&file&replaces", "text/csv", "{rows} rows taken, about {assets} assets (entry {position})."),
        new CommandVerb<WithdrawEvidence>("evidence withdraw <incident> <position>", "Withdraw what an entry put on record", $"{Inc}/evidence/withdrawals", "The evidence counts no more (entry {position}); its entry stays."),
        new CommandVerb<SetContainment>("evidence contain <incident> <state> [pattern]", "Set assets to exposed, contained or verified, with what shows it", $"{Inc}/assets/containment", "INC-{incident}: {changed} {state} now, {unchanged} as before (entry {position})."),
        new ReadVerb("evidence list <incident>", "The entries that put evidence on record", $"{Inc}/evidence?asKnownAt", "position kind withdrawnBy says"),
        new ReadVerb("evidence summary <incident>", "Who could read, who did, what the logs cover, what cannot be assessed", $"{Inc}/evidence/summary?group&asKnownAt"),
        new ReadVerb("evidence assets <incident>", "Each linked asset with what its evidence comes to", $"{Inc}/evidence/assets?q&finding&doubt&containment&contradicted&asKnownAt&after&limit", "key finding disclosure why contradiction"),
        new DownloadVerb("evidence export <incident>", "What the evidence comes to, as CSV", $"{Inc}/evidence/assets?format=csv&finding&asKnownAt"),

        new CommandVerb<DraftStatement>("statement draft <incident> <audience>", "Draft a statement from what is known now", $"{Inc}/statements", "Statement {statement} of INC-{incident} is drafted (entry {position})."),
        new CommandVerb<ReviseStatement>("statement revise <incident> <statement> [text]", "Write a new version; a text of - is read from standard input", $"{Inc}/statements/{{statement}}/versions", "{statement} of INC-{incident} has a new version (entry {position})."),
        new CommandVerb<PublishStatement>("statement publish <incident> <statement> <version> <channel>", "Record the exact text that went out; nothing is sent", $"{Inc}/statements/{{statement}}/publications", "Recorded: version {version} of {statement} went out, {channel} (entry {position})."),
        new ReadVerb("statement show <incident> <statement>", "One statement with its versions and what went out", $"{Inc}/statements?asKnownAt", pick: "statement"),
        new ReadVerb("statement list <incident>", "Statements of an incident, now or as they were known", $"{Inc}/statements?asKnownAt", "id audience"),

        new CommandVerb<AddTask>("task add <incident> [title]", "Add something to do", $"{Inc}/tasks", "Added to INC-{incident} (entry {position})."),
        new CommandVerb<SettleTask>("task settle <incident> <task> <state>", "Say that a task is done, not needed, or open again", $"{Inc}/tasks/{{task}}/state", "{task} of INC-{incident} is {state} now (entry {position})."),
        new CommandVerb<AssignTask>("task assign <incident> <task> [assignee]", "Say who does a task; without a person it is nobody's", $"{Inc}/tasks/{{task}}/assignee", "{task} of INC-{incident} is assigned (entry {position})."),
        new ReadVerb("task list <incident>", "What there is to do, in the order of due times", $"{Inc}/tasks?asKnownAt", "id state role assigneeName dueAt title"),
        new ReadVerb("playbook list", "The playbooks of this desk", "/api/playbooks", "id name summary"),

        new ReadVerb("people list", "Everybody on the desk", "/api/people", "name email roles active zone id"),
        new CommandVerb<InvitePerson>("people invite [email]", "Add a person, who gets a one-time link", "/api/people", "{name} is on the desk as {person}. Their one-time link, shown once, is this address of the desk:\n/invitation/{secret}"),
        new CommandVerb<RenewInvitation>("people renew <person>", "Make a new one-time link; the old one, the password and every session end", "/api/people/{person}/invitation", "Their new one-time link, shown once, is this address of the desk:\n/invitation/{secret}"),
        new CommandVerb<ChangeRoles>("people roles <person> <roles>", "Replace the roles of a person", "/api/people/{person}/roles", "They hold these roles now: {roles}."),
        new CommandVerb<DeactivatePerson>("people deactivate <person>", "End what a person may do, with their sessions and tokens", "/api/people/{person}/deactivate", "They may do nothing here any more; their name stays in the record."),
        new CommandVerb<ReactivatePerson>("people reactivate <person>", "Let a person come in again", "/api/people/{person}/reactivate", "They may come in again; their tokens stay revoked."),
        new CommandVerb<ResetAuthenticator>("people reset-authenticator <person>", "Take a lost authenticator away", "/api/people/{person}/authenticator/reset", "They set up another one when they sign in next."),
        new CommandVerb<ChangeOwnProfile>("profile <name> <zone>", "Change your name and the time zone you read in", "/api/account", "You are {name}, in {zone}."),
        new ReadVerb("token list", "Your tokens, or as administrator those of a person", "/api/tokens?person", "id name roles expiresAt revokedAt lastUsed"),
        new CommandVerb<IssueToken>("token issue [name]", "Make an API token for a machine", "/api/tokens", "Token {id} is good until {expiresAt}. It is shown once:\n{secret}"),
        new CommandVerb<RevokeToken>("token revoke <token>", "End an API token at once", "/api/tokens/{token}/revoke", "The token opens nothing any more."),
    ];

    /// <summary>Words that only stand before others.</summary>
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["assets"] = "What data there is, and what of it an incident touches",
        ["blast-radius"] = "Everything that data flows to from what is linked",
        ["evidence"] = "Who could read, who did, and what the logs cover",
        ["incident"] = "Reading incidents",
        ["participant"] = "Who takes part in an incident",
        ["pause"] = "What is stopped, by whom and until which review",
        ["people"] = "Who is on the desk",
        ["playbook"] = "What experience says to do",
        ["review"] = "Which reviews were required, which exist, and which cannot be shown",
        ["role"] = "Who does what in an incident",
        ["safeguard"] = "What is said to protect people, and whom it covers",
        ["searches"] = "Searches of the catalogue that have a name",
        ["statement"] = "What is said to whom",
        ["task"] = "What there is to do in an incident",
        ["token"] = "What lets machines in",
    };
}
