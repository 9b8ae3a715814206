using Microsoft.AspNetCore.Diagnostics;

namespace IncidentDesk.Web.Kit;

/// <summary>What no page and no endpoint answers: a body that does not arrive, or a defect. A machine gets a problem in JSON.</summary>
internal sealed class Failures : IExceptionHandler
{
    const string Api = "/api";

    public static ExceptionHandlerOptions Options => new()
    {
        ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = c => IsTheSenders(c.Exception),
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var asked = new PathString(httpContext.Features.Get<IExceptionHandlerPathFeature>()!.Path);
        if (!asked.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase))
        {
            // The page about it is read; what was sent is not read a second time.
            httpContext.Request.Method = HttpMethods.Get;
            return false;
        }
        SecurityHeaders.Set(httpContext);
        await Problem(StatusOf(exception)).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>In the words of the desk, for a status that the framework gave.</summary>
    public static IResult Problem(int status)
    {
        var (title, code) = Named(status);
        return Answers.Failed(status, title, Sentence(status), code);
    }

    /// <summary>The same for a page.</summary>
    public static string Sentence(int status) => status switch
    {
        400 => "The request is malformed, or was cut off on its way. Nothing was saved. Check the address, then send it again.",
        405 => "Nothing was saved. This address is not for that method; the header Allow names those it is for.",
        408 => "Nothing was saved. What you sent arrived too slowly and was not read to its end. Send it again, or in smaller parts.",
        413 => "Nothing was saved. What you sent is larger than this address accepts from you. Send it in smaller parts.",
        415 => "Nothing was saved. This address does not accept such content. Send JSON, with the header Content-Type: application/json.",
        >= 500 => "Something went wrong on the server, and nothing was saved. Send it again with the same Idempotency-Key; "
            + "it is recorded only once.",
        _ => "Nothing was saved. The server refused the request.",
    };

    static (string Title, string Code) Named(int status) => status switch
    {
        400 => ("Malformed", "malformed"),
        405 => ("Method not allowed", "method-not-allowed"),
        408 => ("Too slow", "too-slow"),
        413 => ("Too large", "too-large"),
        415 => ("Not JSON", "not-json"),
        >= 500 => ("Server error", "server-error"),
        _ => ("Refused", "refused"),
    };

    static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException broken => broken.StatusCode,
        _ when IsTheSenders(exception) => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>A form with too many fields, or one that is none, ends in the framework's reader with invalid data.</summary>
    static bool IsTheSenders(Exception exception) => exception is BadHttpRequestException
        || (exception is InvalidDataException && exception.TargetSite?.DeclaringType?.Namespace?.StartsWith("Microsoft.AspNetCore",
            StringComparison.Ordinal) is true);
}
