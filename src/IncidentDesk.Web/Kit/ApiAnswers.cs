using Microsoft.AspNetCore.Components.Endpoints;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// Pages have a page for what is not there; a machine that asks at a wrong address gets a
/// problem like any other, in JSON.
/// </summary>
internal static class ApiAnswers
{
    /// <summary>After signing in, so that a stranger does not learn which addresses there are.</summary>
    public static void UseApiAnswers(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) { await next(http); return; }
        // What matches nothing else ends at the pages, which would ask for a form's token.
        if (http.GetEndpoint() is not { } found || found.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            await Nowhere(http);
            return;
        }
        await next(http);
        if (http.Response.HasStarted) return;
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed) await Nowhere(http);
        if (http.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType) await CommandBody.NoJson.ToResult().ExecuteAsync(http);
    });

    static Task Nowhere(HttpContext http) => new Refusal.NotFound("such address").ToResult().ExecuteAsync(http);
}
