using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Web.Kit;
using Microsoft.Net.Http.Headers;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// Pauses as flags, by the OpenFeature Remote Evaluation Protocol 0.3 (https://github.com/open-feature/protocol). Never 429 and
/// never 500: either makes a client go on with its own default, which may be to run.
/// </summary>
internal sealed class OfrepEndpoints(PauseRegister register, AskLog log, EventTickets tickets, TimeProvider clock)
{
    public const string Prefix = "/ofrep";
    const string Flags = Prefix + "/v1/evaluate/flags";

    public static void Map(WebApplication app)
    {
        var here = ActivatorUtilities.CreateInstance<OfrepEndpoints>(app.Services);
        app.MapPost(Flags + "/{**flag}", (RequestDelegate)here.One).RequireAuthorization(AskerServices.MayAsk).WithTags("Pauses").WithSummary("One flag: paused:<key>, allowed:<key> or pause:<key> (OFREP 0.3)");
        app.MapPost(Flags, (RequestDelegate)here.Many).RequireAuthorization(AskerServices.MayAsk).WithTags("Pauses").WithSummary("All flags, or those of context.keys (OFREP 0.3)");
    }

    async Task One(HttpContext http)
    {
        var context = await AskContext.Read(http.Request, http.RequestAborted);
        // Some clients encode the whole key, and routing leaves an encoded slash as it came.
        var asked = ((string?)http.Request.RouteValues["flag"] ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (context.Problem is { } problem) { await Fail(http, 400, asked, problem, "The body is a JSON object with a context that is an object."); return; }
        if (FlagName.Of(asked) is not { } flag) { await Fail(http, 404, asked, "FLAG_NOT_FOUND", "Flags are called paused:<key>, allowed:<key> or pause:<key>."); return; }

        if (await Known(http) is not { } known) { await Answer(http, 200, json => Evaluation.WriteUnknown(json, flag)); return; }
        if (!known.ByKey.TryGetValue(flag.Key, out var pause)) { await Fail(http, 404, asked, "FLAG_NOT_FOUND", $"There is no pause {flag.Key}."); return; }
        log.Note(http.User.ToActor(), pause.Key, context.TargetingKey);
        await Answer(http, 200, json => Evaluation.Write(json, flag, pause, known, clock.GetUtcNow()));
    }

    async Task Many(HttpContext http)
    {
        var context = await AskContext.Read(http.Request, http.RequestAborted);
        if (context.Problem is { } problem) { await Fail(http, 400, null, problem, "The body is a JSON object with a context that is an object."); return; }
        if (await Known(http) is not { } known) { await Answer(http, 200, json => All(json, http, context, null)); return; }

        var tag = new EntityTagHeaderValue($"\"{known.VersionAt(clock.GetUtcNow())}\"");
        http.Response.Headers.ETag = tag.ToString();
        foreach (var key in context.Keys ?? []) if (known.ByKey.ContainsKey(key)) log.Note(http.User.ToActor(), key, context.TargetingKey);
        if (!known.IsStale && http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false))) { http.Response.StatusCode = 304; return; }
        await Answer(http, 200, json => All(json, http, context, known));
    }

    void All(Utf8JsonWriter json, HttpContext http, AskContext context, PauseSnapshot? known)
    {
        json.WriteStartObject();
        json.WriteStartArray("flags");
        foreach (var key in context.Keys ?? []) Listed(json, key, known);
        // The key of a private pause answers whoever knows it; a list would tell it to those who do not.
        if (context.Keys is null && known is not null)
            foreach (var pause in known.ByKey.Values.Where(p => !p.IsPrivate)) Each(pause.Key, flag => Evaluation.Write(json, flag, pause, known, clock.GetUtcNow()));
        json.WriteEndArray();
        json.WriteStartArray("eventStreams");
        json.WriteStartObject();
        json.WriteString("type", "sse");
        json.WriteStartObject("endpoint");
        json.WriteString("requestUri", tickets.Address(http.User.ToActor()));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("metadata");
        if (known is not null) json.WriteString("registerVersion", known.VersionAt(clock.GetUtcNow()));
        json.WriteBoolean("stale", known?.IsStale ?? true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void Listed(Utf8JsonWriter json, string key, PauseSnapshot? known)
    {
        if (known is null) Each(key, flag => Evaluation.WriteUnknown(json, flag));
        else if (known.ByKey.TryGetValue(key, out var pause)) Each(key, flag => Evaluation.Write(json, flag, pause, known, clock.GetUtcNow()));
        else Each(key, flag => Evaluation.WriteFailure(json, flag.ToString(), "GENERAL", $"There is no pause {key}."));
    }

    static void Each(string key, Action<FlagName> write)
    {
        foreach (var kind in FlagName.All) write(new(kind, key));
    }

    /// <summary>Null when the database has not answered once since the start.</summary>
    async Task<PauseSnapshot?> Known(HttpContext http)
    {
        try
        {
            return await register.Now(http.RequestAborted);
        }
        catch (Exception away) when (away is DbException or TimeoutException)
        {
            return null;
        }
    }

    static Task Fail(HttpContext http, int status, string? key, string code, string details) =>
        Answer(http, status, json => Evaluation.WriteFailure(json, key, code, details));

    static async Task Answer(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-cache";
        await using (var json = new Utf8JsonWriter((IBufferWriter<byte>)http.Response.BodyWriter)) write(json);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
