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
        pauses.MapCommand<ProposePause, Proposed>("", "Propose a pause; it takes effect when it is ordered", p => $"/api/pauses/{p.Key}");
        pauses.MapPauseList();
        pauses.MapGet("{key}", One).WithQuery("asKnownAt").WithSummary("Show a pause with its history, now or as known at an earlier time").Produces<Pause>();

        pauses.MapGet("{key}/clients", Clients).WithSummary("List the machines that ask about a pause, and those that stopped asking").Produces<PauseClients>();

        var pause = pauses.MapGroup("{key}");
        pause.MapCommand<OrderPause, Position>("order", "Order a proposed pause; one person is enough");
        pause.MapCommand<WithdrawPause, Position>("withdrawal", "Withdraw a proposal that was never ordered");
        pause.MapCommand<ExtendPause, Position>("extensions", "Extend a pause to a later re-check; ends an approval to resume");
        pause.MapCommand<HandOverReview, Position>("reviewer", "Hand over the re-check to another person");
        pause.MapCommand<VerifyPause, Position>("verifications", "Record the proof that it stopped");
        pause.MapPost("sightings", Sight).WithName(nameof(ReportSighting)).WithMetadata(new CommandOf(typeof(ReportSighting)))
            .WithSummary("Report that it was seen running; raises an alarm while the pause is in force. Repeats within a minute are counted").Accepts<ReportSighting>("application/json")
            .Produces<Sighted>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");
        pause.MapGet("sightings", Sightings).WithSummary("List who saw it running since the pause was ordered, and how often").Produces<Page<SightingTotal>>();
        pause.MapGet("overlaps", Overlaps).WithSummary("List other pauses with an overlapping scope").Produces<Page<Pause>>();
        pause.MapCommand<NameHeartbeats, Position>("heartbeats", "Set the sources that must stay silent while it is paused");
        pause.MapCommand<WidenPause, Position>("widening", "Widen the scope; ends an approval to resume");
        pause.MapCommand<NarrowPause, Position>("narrowing", "Narrow the scope of a proposal; a pause in force is resumed in part, by two people");
        pause.MapCommand<ChangePauseMode, Position>("mode", "Change how it is stopped; ends an approval to resume");
        pause.MapCommand<StateCost, Position>("cost", "Record what the pause costs");
        pause.MapCommand<SettleCondition, Position>("conditions", "Mark a condition met, waived or open again; ends an approval to resume");
        pause.MapCommand<AddCondition, Position>("conditions/additions", "Add a condition to resume; ends an approval to resume");
        pause.MapCommand<TakeOverConditions, Position>("conditions/reviews", "Take over conditions of a review; ends an approval to resume");
        pause.MapCommand<ApproveResume, Position>("resume-approvals", "Approve resuming; another person then resumes");
        pause.MapCommand<ResumePause, Position>("resume", "Resume, once another person has approved it");

        app.MapGet("/api/incidents/{incident:int}/pauses", (int incident, HttpContext http) => http.Part(incident, (db, then) => PauseQueries.Of(db, incident, then)))
            .WithTags("Pauses").WithQuery("asKnownAt").WithSummary("List the pauses of an incident").Produces<Page<Pause>>();
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
