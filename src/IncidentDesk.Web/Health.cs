using IncidentDesk.Door;
using IncidentDesk.People;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: the schema is up to date and commands are taken. They stand before
/// routing, so that a probe does not wait until every other endpoint has been put together.
/// </summary>
internal static class Health
{
    public static void UseHealth(this WebApplication app)
    {
        var ready = app.Services.GetRequiredService<Readiness>();
        app.Use((http, next) => http.Request.Path.Value switch
        {
            "/healthz" => http.Response.WriteAsync("ok"),
            "/readyz" when ready.IsReady => http.Response.WriteAsync("ready"),
            "/readyz" => NotYet(http),
            _ => next(http),
        });
    }

    /// <summary>Does, once the desk is open, what the first person to come would otherwise wait for.</summary>
    public static void WarmUp(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => Task.Run(async () =>
    {
        await app.Services.GetRequiredService<Desk>().Read(Actor.Nobody, (db, _) => db.People.AnyAsync());
        return app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count;
    }));

    static Task NotYet(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return http.Response.WriteAsync("starting");
    }
}

/// <summary>Whether the desk is open for work.</summary>
internal sealed class Readiness
{
    public volatile bool IsReady;
}
