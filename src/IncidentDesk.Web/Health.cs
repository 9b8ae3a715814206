namespace IncidentDesk.Web;

internal static class Health
{
    /// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: the schema is up to date and commands are taken.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/readyz", (Readiness ready) => ready.IsReady ? Results.Text("ready") : Results.Text("starting", statusCode: 503)).ExcludeFromDescription().AllowAnonymous();
    }
}

/// <summary>Whether the desk is open for work.</summary>
internal sealed class Readiness
{
    public volatile bool IsReady;
}
