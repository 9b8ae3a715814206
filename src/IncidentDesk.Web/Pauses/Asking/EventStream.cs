using System.Text;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Timeline;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>The event stream of OFREP (ADR-0008): it says that pauses changed and never which, so it tells nothing to whoever overhears it.</summary>
internal sealed class EventStream(EventTickets tickets, PauseRegister register, Watchers watchers, TimeProvider clock, IHostApplicationLifetime host)
{
    public const string Path = OfrepEndpoints.Prefix + "/v1/events";

    /// <summary>Proxies drop connections that say nothing for a minute or so.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    public static void Map(WebApplication app)
    {
        var here = ActivatorUtilities.CreateInstance<EventStream>(app.Services);
        app.MapGet(Path, here.Follow).AllowAnonymous().WithTags("Pauses").WithSummary("Server-sent events: pauses changed, evaluate again (OFREP ADR-0008)");
    }

    async Task Follow(HttpContext http, string? ticket)
    {
        if (!tickets.Opens(ticket)) { await new Refusal.NotSignedIn().ToResult().ExecuteAsync(http); return; }
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        try
        {
            // Who connects again says what was heard last; whoever says nothing may have missed a change in between, and is told.
            for (string? told = http.Request.Headers["Last-Event-ID"]; ;)
            {
                var signal = watchers.Now(Watchers.Everything);
                var version = await Version(ends.Token) ?? told;
                await Send(http, version == told ? ":\n\n" : $"id: {version}\nevent: message\ndata: {{\"type\":\"refetchEvaluation\",\"etag\":\"\\\"{version}\\\"\"}}\n\n", ends.Token);
                told = version;
                await Changed(signal, told, ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader went away, or the host stops.
        }
    }

    /// <summary>Waits until pauses stand otherwise, or it is time to say that the line is still up.</summary>
    async Task Changed(Signal at, string? told, CancellationToken ct)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beat.CancelAfter(Heartbeat);
        try
        {
            do at = await at.Next.WaitAsync(beat.Token); while (await Version(ct) == told);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The heartbeat.
        }
    }

    async Task<string?> Version(CancellationToken ct)
    {
        try
        {
            return (await register.Now(ct)).VersionAt(clock.GetUtcNow());
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return null;
        }
    }

    static async Task Send(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
