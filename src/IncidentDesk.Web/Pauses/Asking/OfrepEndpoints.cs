using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Pauses as flags, by the OpenFeature Remote Evaluation Protocol 0.3 (https://github.com/open-feature/protocol). Never 429 and
/// never 500: either makes a client go on with its own default, which may be to run.
/// </summary>
internal sealed partial class OfrepEndpoints(
    PauseRegister register, Asker askers, BulkResponse bulk, TimeProvider clock, ILogger<OfrepEndpoints> log)
{
    public const string Prefix = "/ofrep";
    const string Flags = Prefix + "/v1/evaluate/flags";

    const string About = "context.targetingKey names the caller. A resumed part of a pause "
        + "runs only if the request names everything that is about to run: "
        + "as targetingKey with its kind (pipeline:nightly-7), or as program, pipeline, feature or asset, each a text or a list.";

    /// <summary>They end in routing, before anything that is there for people: sessions, pages, compression.</summary>
    public static void Map(WebApplication app)
    {
        var here = ActivatorUtilities.CreateInstance<OfrepEndpoints>(app.Services);
        app.MapPost(Flags + "/{**flag}", (RequestDelegate)here.One).ShortCircuit().WithTags("Pauses")
            .WithSummary("One flag: paused:<key>, allowed:<key> or pause:<key> (OFREP 0.3)").WithDescription(About);
        app.MapPost(Flags, (RequestDelegate)here.Many).ShortCircuit().WithTags("Pauses")
            .WithSummary("All flags, or those of context.keys (OFREP 0.3)").WithDescription(About);
    }

    async Task One(HttpContext http)
    {
        // Some clients encode the whole key, and routing leaves an encoded slash as it came.
        var name = ((string?)http.Request.RouteValues["flag"] ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        try
        {
            if (await askers.Of(http) is not { } by) { await Unknown(http); return; }
            await One(http, by, name, await AskContext.Read(http.Request, http.RequestAborted));
        }
        catch (Exception away) when (CanAnswer(http))
        {
            // Perhaps not even who asks is known; an answer from which nobody learns anything stops whoever asked before going on.
            NothingKnown(log, away);
            await (FlagName.Of(name) is { } flag ? OfrepResponse.Send(http, 200, json => Evaluation.WriteUnknown(json, flag))
                : NoFlag(http, name));
        }
    }

    async Task One(HttpContext http, Actor by, string name, AskContext context)
    {
        if (context.Problem is { } problem)
        {
            await OfrepResponse.Fail(http, 400, name, problem, "The body is a JSON object with a context that is an object.");
            return;
        }
        if (FlagName.Of(name) is not { } flag) { await NoFlag(http, name); return; }
        var known = await register.Now(http.RequestAborted);
        if (!known.ByKey.TryGetValue(flag.Key, out var pause))
        {
            await OfrepResponse.Fail(http, 404, name, "FLAG_NOT_FOUND", $"There is no pause {flag.Key}.");
            return;
        }
        askers.Asked(by, pause.Key, context);
        await OfrepResponse.Send(http, WrittenFlags.Of(pause, pause.At(clock.GetUtcNow(), context.Running), known.IsStale)[flag.Kind]);
    }

    async Task Many(HttpContext http)
    {
        var context = AskContext.None;
        try
        {
            if (await askers.Of(http) is not { } by) { await Unknown(http); return; }
            context = await AskContext.Read(http.Request, http.RequestAborted);
            if (context.Problem is { } problem)
            {
                await OfrepResponse.Fail(http, 400, null, problem, "The body is a JSON object with a context that is an object.");
                return;
            }
            var known = await register.Now(http.RequestAborted);
            foreach (var key in context.Keys ?? []) if (known.ByKey.ContainsKey(key)) askers.Asked(by, key, context);
            await bulk.Send(http, by, context, known, clock.GetUtcNow());
        }
        catch (Exception away) when (CanAnswer(http))
        {
            NothingKnown(log, away);
            http.Response.Clear();
            await BulkResponse.SendUnknown(http, context);
        }
    }

    static bool CanAnswer(HttpContext http) => !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested;

    static Task NoFlag(HttpContext http, string name) =>
        OfrepResponse.Fail(http, 404, name, "FLAG_NOT_FOUND", "Flags are called paused:<key>, allowed:<key> or pause:<key>.");

    static Task Unknown(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new Refusal.NotSignedIn().ToResult().ExecuteAsync(http);
    }

    [LoggerMessage(1, LogLevel.Warning, "The pauses are unknown for now; every caller gets the answer to stop")]
    static partial void NothingKnown(ILogger log, Exception why);
}
