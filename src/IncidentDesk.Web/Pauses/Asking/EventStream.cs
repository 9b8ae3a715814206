using IncidentDesk.Pauses.Asking;
using IncidentDesk.Record;
using IncidentDesk.Web.Kit;

namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// The event stream of OFREP (ADR-0008): it says that an answer changed and never which, so it tells nothing to whoever overhears
/// it. What changes no answer to the question that its ticket was given for, such as a private pause, is not told. It lasts as long as
/// the token to which its ticket was given.
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
        var (holder, about) = tickets.Read(ticket);
        if (!await tickets.MayAsk(holder)) { await new Refusal.NotSignedIn().ToResult().ExecuteAsync(http); return; }
        var beat = http.RequestServices.GetRequiredService<Beat>();
        await EventWriter.Open(http, events => Tell(new(events, holder, about, beat), http.Request.Headers["Last-Event-ID"]));
    }

    /// <param name="line">The open stream.</param>
    /// <param name="told">What a reader who connects again heard last; one who says nothing may have missed a change, and is told.</param>
    async Task Tell(Line line, string? told)
    {
        do
        {
            var signal = watchers.Now(Watchers.Everything);
            var (now, quiet) = await Current(line.About, line.Events.Ends);
            var version = now ?? told;
            if (version == told) await line.Events.Beat();
            else
                await line.Events.Send(
                    $"id: {version}\nevent: message\ndata: {{\"type\":\"refetchEvaluation\",\"etag\":\"\\\"{version}\\\"\"}}\n\n");
            told = version;
            await Changed(line, signal, told, quiet);
        }
        while (await tickets.MayAsk(line.Holder));
    }

    /// <summary>Waits until pauses stand otherwise, it is time to say that the line is still up, or the holder may ask no longer.</summary>
    async Task Changed(Line line, Signal at, string? told, TimeSpan quiet)
    {
        var ct = line.Events.Ends;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(quiet);
        try
        {
            while (true)
            {
                var grew = await Task.WhenAny(at.Next, line.Beat.Next).WaitAsync(late.Token) == at.Next;
                if (!await tickets.MayAsk(line.Holder)) return;
                if (!grew) continue;
                at = await at.Next;
                if ((await Current(line.About, ct)).Version != told) return;
            }
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
    async Task<(string? Version, TimeSpan Quiet)> Current(Question about, CancellationToken ct)
    {
        try
        {
            var (known, now) = (await register.Now(ct), clock.GetUtcNow());
            var begins = known.NextAfter(now, about) - now;
            return (BulkResponse.Tag(known, now, about),
                begins < EventWriter.Heartbeat ? begins.Value + TimeSpan.FromMilliseconds(20) : EventWriter.Heartbeat);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return (null, EventWriter.Heartbeat);
        }
    }

    /// <param name="Events">What is written to.</param>
    /// <param name="Holder">To whom the ticket was given.</param>
    /// <param name="About">What was asked where the ticket was given.</param>
    /// <param name="Beat">When the holder is looked at again though nothing was recorded.</param>
    sealed record Line(EventWriter Events, Actor Holder, Question About, Beat Beat);
}
