using IncidentDesk.Pauses.Asking;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// The event stream of OFREP (ADR-0008): it says that an answer changed and never which, so it tells nothing to whoever overhears
/// it. What changes no answer to the question that its ticket was given for, such as a private pause, is not told.
/// </summary>
internal sealed class EventStream(EventTickets tickets, PauseRegister register, Watchers watchers, TimeProvider clock)
{
    public const string Path = OfrepEndpoints.Prefix + "/v1/events";

    public static void Map(WebApplication app)
    {
        var here = ActivatorUtilities.CreateInstance<EventStream>(app.Services);
        app.MapGet(Path, here.Follow).AllowAnonymous().WithTags("Pauses")
            .WithSummary("Server-sent events: pauses changed, evaluate flags again (OFREP ADR-0008)");
    }

    async Task Follow(HttpContext http, string? ticket)
    {
        if (!tickets.Opens(ticket, out var about)) { await new Refusal.NotSignedIn().ToResult().ExecuteAsync(http); return; }
        await EventWriter.Open(http, events => Tell(events, about, http.Request.Headers["Last-Event-ID"]));
    }

    /// <param name="events">The open stream.</param>
    /// <param name="about">What was asked where the ticket was given.</param>
    /// <param name="told">What a reader who connects again heard last; one who says nothing may have missed a change, and is told.</param>
    async Task Tell(EventWriter events, Question about, string? told)
    {
        while (true)
        {
            var signal = watchers.Now(Watchers.Everything);
            var (now, quiet) = await Standing(about, events.Ends);
            var version = now ?? told;
            if (version == told) await events.Beat();
            else
                await events.Send(
                    $"id: {version}\nevent: message\ndata: {{\"type\":\"refetchEvaluation\",\"etag\":\"\\\"{version}\\\"\"}}\n\n");
            told = version;
            await Changed(signal, about, told, quiet, events.Ends);
        }
    }

    /// <summary>Waits until pauses stand otherwise, or it is time to say that the line is still up.</summary>
    async Task Changed(Signal at, Question about, string? told, TimeSpan quiet, CancellationToken ct)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beat.CancelAfter(quiet);
        try
        {
            do at = await at.Next.WaitAsync(beat.Token); while ((await Standing(about, ct)).Version == told);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The heartbeat.
        }
    }

    /// <summary>
    /// The version, and how long to be quiet when nothing is recorded: what was ordered for
    /// later begins without an entry.
    /// </summary>
    async Task<(string? Version, TimeSpan Quiet)> Standing(Question about, CancellationToken ct)
    {
        try
        {
            var (known, now) = (await register.Now(ct), clock.GetUtcNow());
            var begins = known.NextAfter(now, about) - now;
            return (BulkAnswer.Tag(known, now, about),
                begins < EventWriter.Heartbeat ? begins.Value + TimeSpan.FromMilliseconds(20) : EventWriter.Heartbeat);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return (null, EventWriter.Heartbeat);
        }
    }
}
