using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing.Template;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Pages have a page for what is not there; a machine that asks at a wrong address, or in a wrong way, gets a problem like any other,
/// in JSON.
/// </summary>
internal static class ApiAnswers
{
    static readonly Refusal Nowhere = new Refusal.NotFound("such address");

    /// <summary>After signing in, so that a stranger does not learn which addresses there are.</summary>
    public static void UseApiAnswers(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        // What matches nothing else ends at the pages, which would ask for a form's token.
        if (isApi && (http.GetEndpoint() is not { } found || found.Metadata.GetMetadata<ComponentTypeMetadata>() is not null))
        {
            await Nowhere.ToResult().ExecuteAsync(http);
            return;
        }
        if (InAddress(http.Request) is { } wrong)
        {
            if (!isApi) throw new BadHttpRequestException(wrong.WhyWhenAsked);
            await wrong.ToResult().ExecuteAsync(http);
            return;
        }
        await next(http);
        if (isApi && !http.Response.HasStarted && IsBare(http.Response)) await Said(http).ExecuteAsync(http);
    });

    static IResult Said(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed when !IsAddress(http) => Nowhere.ToResult(),
        StatusCodes.Status415UnsupportedMediaType => CommandBody.NoJson.ToResult(),
        var status => Failures.Problem(status),
    };

    /// <summary>What is read from anywhere, such as a style sheet, makes the framework answer any other method at any address.</summary>
    static bool IsAddress(HttpContext http) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.OrdinalIgnoreCase) is true)
        .Any(e => new TemplateMatcher(new RouteTemplate(e.RoutePattern), []).TryMatch(http.Request.Path, []));

    /// <summary>A failure that the framework left without a word; the desk's own have one.</summary>
    static bool IsBare(HttpResponse response) => response is { StatusCode: >= 400, ContentType: null, ContentLength: null or 0 };

    /// <summary>What stands in the address and in its query, which some database would be asked for.</summary>
    static Refusal.Invalid? InAddress(HttpRequest request)
    {
        foreach (var (name, values) in request.Query)
            foreach (var value in values)
                if (Problem(value) is { } problem) return Refusal.Invalid.Field(name, problem);
        foreach (var (name, value) in request.RouteValues)
            if (Problem(value as string) is { } problem) return Refusal.Invalid.Field(name, problem);
        return null;
    }

    static string? Problem(string? text) => text is null ? null : WellFormed.Problem(text, lines: true);
}
