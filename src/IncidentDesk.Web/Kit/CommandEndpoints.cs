using System.Reflection;
using System.Text.Json;
using IncidentDesk.Assets.Importing.Taking;
using IncidentDesk.Door;
using IncidentDesk.Record;

namespace IncidentDesk.Web.Kit;

/// <summary>A command as an HTTP endpoint: body and route make the command, the desk decides, the outcome is the answer.</summary>
internal static class CommandEndpoints
{
    static readonly MethodInfo MapOne =
        typeof(CommandEndpoints).GetMethod(nameof(MapCommand), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Maps every command of the catalogue, but for those whose body a room reads by hand.</summary>
    public static void MapCommands(this IEndpointRouteBuilder routes, params IReadOnlyCollection<Type> byHand)
    {
        foreach (var command in CommandCatalogue.All.Where(c => !byHand.Contains(c.Type)))
            MapOne.MakeGenericMethod(command.Type, command.Answer).Invoke(null, [routes, command]);
    }

    /// <summary>Maps a command whose body is no JSON, or is answered by something else than the desk's door.</summary>
    public static RouteHandlerBuilder MapByHand<TCommand>(this WebApplication app, Delegate handler) =>
        Described(app, CommandCatalogue.Of<TCommand>(), handler);

    static void MapCommand<TCommand, TValue>(IEndpointRouteBuilder routes, CataloguedCommand command)
        where TCommand : ICommand<TValue> where TValue : notnull
    {
        var created = command.Makes is { } address ? Place.In<TValue>(address) : null;
        Described(routes, command, (HttpContext http, Desk desk, CancellationToken ct) => Carry<TCommand, TValue>(http, desk, created, ct))
            .Accepts<TCommand>("application/json").Produces<TValue>(created is null ? 200 : 201)
            .Produces<Problem>(400, "application/problem+json").Produces<Problem>(404, "application/problem+json")
            .Produces<Problem>(409, "application/problem+json");
    }

    static RouteHandlerBuilder Described(IEndpointRouteBuilder routes, CataloguedCommand command, Delegate handler) => routes
        .MapPost(Pattern(command), handler)
        .WithName(command.Name).WithTags(TagOf(command.Address)).WithSummary(command.Summary).WithMetadata(new CommandOf(command.Type));

    /// <summary>
    /// From <c>{incident}</c> to <c>{incident:int}</c>, by the type of the property. Asked of the type, not of its JSON shape: making
    /// that for every command would hold up each start.
    /// </summary>
    static string Pattern(CataloguedCommand command) => command.Type.GetProperties().Aggregate(command.Address, (address, field) =>
        Constraint(field.PropertyType) is { } constraint
            ? address.Replace($"{{{JsonNamingPolicy.CamelCase.ConvertName(field.Name)}}}",
                $"{{{JsonNamingPolicy.CamelCase.ConvertName(field.Name)}:{constraint}}}", StringComparison.Ordinal)
            : address);

    static string? Constraint(Type type) => type == typeof(int) ? "int" : type == typeof(Guid) ? "guid" : null;

    /// <summary>The chapter of the API document: what is part of an incident stands beside its kind, not in one heap.</summary>
    static string TagOf(string address) => address.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, "incidents", "{incident}", "assets" or "blast-radius", ..] => "Assets",
        [_, "incidents", "{incident}", ("evidence" or "statements" or "tasks") and var part, ..] => Words.Heading(part),
        [_, "incidents", "{incident}", "corrections" or "redactions", ..] or [_, "incidents", "imports"] => "Timeline",
        [_, "account"] => "People",
        [_, var first, ..] => Words.Heading(first),
        _ => "Desk",
    };

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
        static readonly PropertyInfo? Property =
            typeof(T) == typeof(Position) ? typeof(Position).GetProperty(nameof(Position.Value)) : typeof(T).GetProperty("Position");
        public static int? Of(T value) => Property?.GetValue(value) as int?;
    }
}

/// <summary>Which command an endpoint carries, so that a test can ask whether every command has one.</summary>
internal sealed record CommandOf(Type Command);
