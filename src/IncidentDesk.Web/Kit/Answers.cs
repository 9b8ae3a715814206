using System.Text.Json;
using IncidentDesk.Door;

namespace IncidentDesk.Web.Kit;

/// <summary>The only place where a refusal becomes an HTTP answer (RFC 9457 problem details).</summary>
internal static class Answers
{
    public const string ProblemType = "application/problem+json";

    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.Invalid or Refusal.Unreadable => 400,
        Refusal.NotSignedIn => 401,
        Refusal.NotFound => 404,
        Refusal.Rule or Refusal.ShownOnce => 409,
        Refusal.Stale or Refusal.WeakTag => 412,
        Refusal.TooLarge => 413,
        Refusal.KeyReused => 422,
        _ => throw new InvalidOperationException($"No HTTP answer for {refusal.GetType().Name}."),
    };

    /// <summary>
    /// Of a page that shows the refusal beside its form. The page is there, whatever the form named is not: at 404 the framework
    /// would throw away what was typed and show that there is no such page.
    /// </summary>
    public static int StatusOnPage(Refusal refusal) => refusal is Refusal.NotFound ? 409 : StatusOf(refusal);

    public static IResult ToResult(this Refusal refusal) => new Refused(refusal);

    /// <summary>A failure that is no refusal of the desk's: the framework's, or a defect.</summary>
    public static IResult Failed(int status, string title, string detail, string code) =>
        Json(new Problem("about:blank", title, status, detail, code, null), status, ProblemType);

    /// <summary>The kind of refusal as a word a machine can tell apart, for example <c>second-person-needed</c>.</summary>
    public static string CodeOf(Refusal refusal) => JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.GetType().Name);

    static string TitleOf(Refusal refusal) => StatusOf(refusal) switch
    {
        400 => refusal is Refusal.Invalid ? "Some fields are not valid" : "Cannot be read",
        401 => "Not signed in",
        404 => "Not found",
        409 => "Not allowed in the current state",
        412 => "The record has changed",
        413 => "Too large",
        _ => "Idempotency key reused",
    };

    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> done) =>
        outcome.Done ? done(outcome.Value) : outcome.Refusal.ToResult();

    public static IResult Ok(object value) => Json(value);

    /// <summary>JSON of a known length: it leaves in one piece, which a short answer that is sent in chunks does not.</summary>
    public static IResult Json(object value, int status = StatusCodes.Status200OK, string type = "application/json; charset=utf-8") =>
        new JsonAnswer(value, status, type);

    /// <summary>Who only asked is not told that nothing was saved.</summary>
    sealed class Refused(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (status, method) = (StatusOf(refusal), httpContext.Request.Method);
            var why = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? refusal.WhyWhenAsked : refusal.Why;
            return Json(new Problem("about:blank", TitleOf(refusal), status, why, CodeOf(refusal), (refusal as Refusal.Invalid)?.Fields),
                status, ProblemType).ExecuteAsync(httpContext);
        }
    }

    sealed class JsonAnswer(object value, int status, string type) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), IncidentDesk.Json.Options);
            var response = httpContext.Response;
            (response.StatusCode, response.ContentType, response.ContentLength) = (status, type, body.Length);
            return response.Body.WriteAsync(body, 0, body.Length, httpContext.RequestAborted);
        }
    }
}

/// <summary>An RFC 9457 problem; <see cref="Errors"/> is by field, as the API spells it.</summary>
internal sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, string[]>? Errors);
