using System.Text;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Record;
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
                var (now, quiet) = await Standing(ends.Token);
                var version = now ?? told;
                await Send(http, version == told ? ":\n\n" : $"id: {version}\nevent: message\ndata: {{\"type\":\"refetchEvaluation\",\"etag\":\"\\\"{version}\\\"\"}}\n\n", ends.Token);
                told = version;
                await Changed(signal, told, quiet, ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader went away, or the host stops.
        }
    }

    /// <summary>Waits until pauses stand otherwise, or it is time to say that the line is still up.</summary>
    async Task Changed(Signal at, string? told, TimeSpan quiet, CancellationToken ct)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beat.CancelAfter(quiet);
        try
        {
            do at = await at.Next.WaitAsync(beat.Token); while ((await Standing(ct)).Version == told);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The heartbeat.
        }
    }

    /// <summary>The version, and how long to be quiet when nothing is recorded: what was ordered for later begins without an entry.</summary>
    async Task<(string? Version, TimeSpan Quiet)> Standing(CancellationToken ct)
    {
        try
        {
            var (known, now) = (await register.Now(ct), clock.GetUtcNow());
            var begins = known.NextAfter(now) - now;
            return (known.VersionAt(now), begins < Heartbeat ? begins.Value + TimeSpan.FromMilliseconds(20) : Heartbeat);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return (null, Heartbeat);
        }
    }

    static async Task Send(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
