using IncidentDesk.Door;
using IncidentDesk.Pauses;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Ordering;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Pauses.Resuming;
using IncidentDesk.Pauses.Scoping;
using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Pauses.Verifying;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Pauses.Listing;

namespace IncidentDesk.Web.Pauses;

/// <summary>Pauses over HTTP.</summary>
internal static class PauseEndpoints
{
    public static void MapPauses(this WebApplication app)
    {
        var pauses = app.MapGroup("/api/pauses").WithTags("Pauses");
        pauses.MapCommand<ProposePause, Proposed>("", "Propose a pause; it is in force once ordered", p => $"/api/pauses/{p.Key}");
        pauses.MapPauseList();
        pauses.MapGet("{key}", One).WithQuery("asKnownAt").WithSummary("One pause with its history, now or as it was known").Produces<Pause>();

        pauses.MapGet("{key}/clients", Clients).WithSummary("Which machines ask for it, and which fell silent since it is in force").Produces<PauseClients>();

        var pause = pauses.MapGroup("{key}");
        pause.MapCommand<OrderPause, Position>("order", "Put a proposed pause in force; one person is enough");
        pause.MapCommand<WithdrawPause, Position>("withdrawal", "Take back a proposal that was never ordered");
        pause.MapCommand<ExtendPause, Position>("extensions", "Move the review; an approval to resume no longer stands");
        pause.MapCommand<HandOverReview, Position>("reviewer", "Say who has to look at it again by its review");
        pause.MapCommand<VerifyPause, Position>("verifications", "Put on record what shows that it really stopped");
        pause.MapPost("sightings", Sight).WithName(nameof(ReportSighting)).WithMetadata(new CommandOf(typeof(ReportSighting)))
            .WithSummary("Say that it was seen running; an alarm, if the pause is in force. Many in a minute are counted").Accepts<ReportSighting>("application/json")
            .Produces<Sighted>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");
        pause.MapGet("sightings", Sightings).WithSummary("Who saw it running since it is in force, and how often").Produces<Page<SightingTotal>>();
        pause.MapGet("overlaps", Overlaps).WithSummary("Other pauses that reach some of the same").Produces<Page<Pause>>();
        pause.MapCommand<NameHeartbeats, Position>("heartbeats", "Name the sources that must be silent while it is paused");
        pause.MapCommand<WidenPause, Position>("widening", "Let it reach further; an approval to resume no longer stands");
        pause.MapCommand<NarrowPause, Position>("narrowing", "Let a proposal reach less far; what is in force is resumed in part, by two");
        pause.MapCommand<ChangePauseMode, Position>("mode", "Stop it in another way; an approval to resume no longer stands");
        pause.MapCommand<StateCost, Position>("cost", "Say what the pause costs");
        pause.MapCommand<SettleCondition, Position>("conditions", "Say of a condition that it is met, waived or open again; an approval to resume no longer stands");
        pause.MapCommand<AddCondition, Position>("conditions/additions", "Add a condition; an approval to resume no longer stands");
        pause.MapCommand<TakeOverConditions, Position>("conditions/reviews", "Take over conditions of a review; an approval to resume no longer stands");
        pause.MapCommand<ApproveResume, Position>("resume-approvals", "Agree that it may resume; another person resumes");
        pause.MapCommand<ResumePause, Position>("resume", "End a pause that somebody else approved to resume");

        app.MapGet("/api/incidents/{incident:int}/pauses", (int incident, HttpContext http) => http.Part(incident, (db, then) => PauseQueries.Of(db, incident, then)))
            .WithTags("Pauses").WithQuery("asKnownAt").WithSummary("The pauses of an incident").Produces<Page<Pause>>();
    }

    static async Task<IResult> Sight(HttpContext http, SightingCounter counter, CancellationToken ct)
    {
        var terms = CommandEndpoints.TermsOf(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();
        var command = await CommandBody.Read<ReportSighting>(http.Request, ct);
        if (!command.Done) return command.Refusal.ToResult();
        return (await counter.Report(command.Value, http.User.ToActor(), terms.Value, ct)).ToResult(sighted => CommandEndpoints.Answered(http, sighted));
    }

    static Task<IResult> Sightings(HttpContext http, string key) => Beside(http, key, async (db, pause) => await SightingQueries.Of(db, pause));

    static Task<IResult> Overlaps(HttpContext http, string key) => Beside(http, key, (db, pause) => PauseQueries.Overlapping(db, key, pause.Targets));

    static async Task<IResult> Beside<T>(HttpContext http, string key, Func<DeskDb, Pause, Task<IReadOnlyList<T>>> read) =>
        await http.Read(async db => await PauseQueries.Find(db, key) is { } pause ? await read(db, pause) : null) is { } items
            ? Answers.Ok(new Page<T>(items, null)) : new Refusal.NotFound($"pause {key}").ToResult();

    static async Task<IResult> One(HttpContext http, TimeProvider clock, string key)
    {
        var asked = new Asked(http.Request.Query);
        var then = asked.AsKnownAt(clock);
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        return await http.Read(db => PauseQueries.Find(db, key, then)) is { } pause
            ? CommandEndpoints.Answered(http, pause) : new Refusal.NotFound($"pause {key}{(then is { } at ? $" as known at {Instants.Say(at)}" : "")}").ToResult();
    }

    static async Task<IResult> Clients(HttpContext http, string key) => await http.Read(db => AskQueries.Clients(db, key)) is { } clients
        ? Answers.Ok(clients) : new Refusal.NotFound($"pause {key}").ToResult();
}
