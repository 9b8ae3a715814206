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
        pauses.MapPauseList();
        pauses.MapGet("{key}", One).WithQuery("asKnownAt")
            .WithSummary("Show a pause with its history, now or as known at an earlier time").Produces<Pause>();

        pauses.MapGet("{key}/clients", Clients)
            .WithSummary("List the machines that ask about a pause, and those that stopped asking").Produces<PauseClients>();

        app.MapByHand<ReportSighting>(Sight).WithDescription("Repeats within a minute are counted.")
            .Accepts<ReportSighting>("application/json")
            .Produces<Sighted>().Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json");
        var pause = pauses.MapGroup("{key}");
        pause.MapGet("sightings", Sightings).WithSummary("List who saw it running since the pause was ordered, and how often")
            .Produces<Page<SightingTotal>>();
        pause.MapGet("overlaps", Overlaps).WithSummary("List other pauses with an overlapping scope").Produces<Page<Pause>>();

        app.MapGet("/api/incidents/{incident:int}/pauses",
            (int incident, HttpContext http) => http.Part(incident, (db, moment) => PauseQueries.Of(db, incident, moment)))
            .WithTags("Pauses").WithQuery("asKnownAt").WithSummary("List the pauses of an incident").Produces<Page<Pause>>();
    }

    static async Task<IResult> Sight(HttpContext http, SightingCounter counter, CancellationToken ct)
    {
        var terms = TermHeaders.Read(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();
        var command = await CommandBody.Read<ReportSighting>(http.Request, ct);
        if (!command.Done) return command.Refusal.ToResult();
        return (await counter.Report(command.Value, http.User.ToActor(), terms.Value, ct))
            .ToResult(sighted => CommandEndpoints.Answered(http, sighted));
    }

    static Task<IResult> Sightings(HttpContext http, string key) =>
        Beside(http, key, async (db, pause) => await SightingQueries.Of(db, pause));

    static Task<IResult> Overlaps(HttpContext http, string key) =>
        Beside(http, key, (db, pause) => PauseQueries.Overlapping(db, key, pause.Targets));

    static async Task<IResult> Beside<T>(HttpContext http, string key, Func<DeskDb, Pause, Task<IReadOnlyList<T>>> read) =>
        await http.Read(async db => await PauseQueries.Find(db, key) is { } pause ? await read(db, pause) : null) is { } items
            ? Answers.Ok(new Page<T>(items, null)) : new Refusal.NotFound($"pause {key}").ToResult();

    static async Task<IResult> One(HttpContext http, TimeProvider clock, string key)
    {
        var asked = new QueryReader(http.Request.Query);
        var moment = asked.Moment(clock);
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        return await http.Read(db => PauseQueries.At(db, key, moment)) is { } pause
            ? CommandEndpoints.Answered(http, pause) : new Refusal.NotFound($"pause {key}{moment.Said}").ToResult();
    }

    static async Task<IResult> Clients(HttpContext http, string key) => await http.Read(db => AskQueries.Clients(db, key)) is { } clients
        ? Answers.Ok(clients) : new Refusal.NotFound($"pause {key}").ToResult();
}
