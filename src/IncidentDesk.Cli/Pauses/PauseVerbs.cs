using IncidentDesk.Cli.Kit;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Scoping;
using IncidentDesk.Pauses.Sighting;

namespace IncidentDesk.Cli.Pauses;

/// <summary>What is stopped, and how it resumes.</summary>
internal static class PauseVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<ProposePause>("pause propose <key>",
            "The pause {key} is proposed. Nothing stops until it is ordered: pause order {key}"),
        new CommandVerb<OrderPause>("pause order <key>", "The pause {key} is ordered (entry {position})."),
        new CommandVerb<WithdrawPause>("pause withdraw <key>", "The proposal {key} is withdrawn (entry {position})."),
        new CommandVerb<ExtendPause>("pause extend <key>",
            "{key} stays paused, re-check by {reviewBy} (entry {position})."),
        new CommandVerb<HandOverRecheck>("pause reviewer <key> <person>",
            "The re-check of {key} is handed over (entry {position})."),
        new CommandVerb<VerifyPause>("pause verify <key> [text]", "{key} is verified (entry {position})."),
        new CommandVerb<ReportSighting>("pause seen <key> [where]", "Recorded for {key} (entry {position})."),
        new ReadVerb("pause sightings <key>",
            "List who saw it running since the pause was ordered, and how often", "/api/pauses/{key}/sightings",
            "source count first last"),
        new ReadVerb("pause overlaps <key>",
            "List other pauses with an overlapping scope", "/api/pauses/{key}/overlaps", "key state target"),
        new CommandVerb<NameHeartbeats>("pause heartbeats <key>", "The sources of {key} are set (entry {position})."),
        new CommandVerb<WidenPause>("pause widen <key>", "The scope of {key} is wider (entry {position})."),
        new CommandVerb<NarrowPause>("pause narrow <key>", "The scope of {key} is narrower (entry {position})."),
        new CommandVerb<ChangePauseMode>("pause mode <key> <mode>",
            "The mode of {key} is now {mode} (entry {position})."),
        new CommandVerb<StateCost>("pause cost <key> [text]", "Recorded for {key} (entry {position})."),
        new CommandVerb<SettleCondition>("pause settle <key> <condition> <state>",
            "Condition {condition} of {key} is now {state} (entry {position})."),
        new CommandVerb<AddCondition>("pause condition <key> [text]", "Added to {key} (entry {position})."),
        new CommandVerb<TakeOverConditions>("pause take-over <key> <subject> <review>",
            "{key} waits for the conditions of review {review} of {subject} (entry {position})."),
        new CommandVerb<ApproveResume>("pause approve-resume <key>",
            "Resuming {key} is approved; it stays paused until another person resumes it (entry {position})."),
        new CommandVerb<ResumePause>("pause resume <key>", "{key} is resumed (entry {position})."),
        new PausedVerb(),
        new ReadVerb("pause clients <key>",
            "List the machines that ask about a pause, and those that stopped asking", "/api/pauses/{key}/clients"),
        new ReadVerb("pause list",
            "List pauses; filter them with --only, such as --only overdue, and sort them with --sort, such as --sort review",
            "/api/pauses?state&mode&only&reviewer&sort&asKnownAt&after&limit", "key state mode reviewer reviewBy"),
        new DownloadVerb("pause export",
            "Export the list of pauses as CSV", "/api/pauses?format=csv&state&mode&only&reviewer&sort&asKnownAt"),
        new ReadVerb("pause show <key>",
            "Show a pause with its history, now or as known at an earlier time", "/api/pauses/{key}?asKnownAt"),
        new ReadVerb("pause of <incident>",
            "List the pauses of an incident, now or as known at an earlier time", $"{Inc}/pauses?asKnownAt",
            "key state mode target scope reviewBy"),
    ];
}
