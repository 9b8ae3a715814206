using System.Reflection;
using IncidentDesk.Door;
using IncidentDesk.Record;

namespace IncidentDesk.Web.Kit;

/// <summary>A command as an HTTP endpoint: body and route make the command, the desk decides, the outcome is the answer.</summary>
internal static class CommandEndpoints
{
    /// <param name="routes">Where to map it.</param>
    /// <param name="path">Route values are named as the command's properties: <c>/api/incidents/{incident:int}/updates</c>.</param>
    /// <param name="summary">One line for the reader of the API document.</param>
    /// <param name="created">Where the new thing is found; given, the answer is 201.</param>
    public static RouteHandlerBuilder MapCommand<TCommand, TValue>(
        this IEndpointRouteBuilder routes, string path, string summary, Func<TValue, string>? created = null)
        where TCommand : ICommand<TValue> where TValue : notnull => routes
        .MapPost(path, (HttpContext http, Desk desk, CancellationToken ct) => Carry<TCommand, TValue>(http, desk, created, ct))
        .WithSummary(summary).WithName(typeof(TCommand).Name).WithMetadata(new CommandOf(typeof(TCommand)))
        .Accepts<TCommand>("application/json")
        .Produces<TValue>(created is null ? 200 : 201).Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json")
        .Produces<Problem>(409, "application/problem+json");

    static async Task<IResult> Carry<TCommand, TValue>(HttpContext http, Desk desk, Func<TValue, string>? created, CancellationToken ct)
        where TCommand : ICommand<TValue> where TValue : notnull
    {
        var terms = TermsOf(http.Request);
        if (!terms.Done) return terms.Refusal.ToResult();
        var command = await CommandBody.Read<TCommand>(http.Request, ct);
        if (!command.Done) return command.Refusal.ToResult();
        var outcome = await desk.Do(command.Value, http.User.ToActor(), terms.Value, ct);
        return outcome.ToResult(value => Answered(http, value, created));
    }

    /// <summary>The answer to a command carried out, with the new position as its ETag.</summary>
    public static IResult Answered<TValue>(HttpContext http, TValue value, Func<TValue, string>? created = null) where TValue : notnull
    {
        if (PositionIn<TValue>.Of(value) is { } position) http.Response.Headers.ETag = $"\"{position}\"";
        if (created is null) return Answers.Json(value);
        http.Response.Headers.Location = created(value);
        return Answers.Json(value, StatusCodes.Status201Created);
    }

    /// <summary>Reads Idempotency-Key and If-Match (RFC 9110, section 13.1.1; the tag is the position the caller has seen).</summary>
    public static Outcome<Terms> TermsOf(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 255) return Refusal.Invalid.Field("Idempotency-Key", "A key has at most 255 characters.");
        var match = request.Headers.IfMatch.ToString().Trim('"');
        if (match is "" or "*") return new Terms { Key = key };
        return int.TryParse(match, out var seen)
            ? new Terms { Key = key, Seen = seen }
            : Refusal.Invalid.Field("If-Match", "Send the ETag of the answer you saw: a position in quotes, for example \"17\".");
    }

    static class PositionIn<T>
    {
        static readonly PropertyInfo? Property = typeof(T) == typeof(Position) ? typeof(Position).GetProperty(nameof(Position.Value)) : typeof(T).GetProperty("Position");
        public static int? Of(T value) => Property?.GetValue(value) as int?;
    }
}

/// <summary>Which command an endpoint carries, so that a test can ask whether every command has one.</summary>
internal sealed record CommandOf(Type Command);
