using System.Globalization;
using System.Text;
using IncidentDesk.Timeline;
using IncidentDesk.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Incidents.Reading;

/// <summary>
/// Server-sent events (WHATWG HTML, section 9.2): the position a stream has reached and nothing else, so that what is private
/// cannot leak through them. Who may no longer see the incident is let go at its next entry.
/// </summary>
internal static class StreamEndpoint
{
    /// <summary>Proxies drop connections that say nothing for a minute or so.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    public static void MapStreams(this WebApplication app)
    {
        app.MapGet("/api/incidents/{number:int}/stream", (int number, HttpContext http, Desk desk, Watchers watchers) =>
            Follow(http, watchers, Streams.Incident(number), () => Sees(http, desk, number))).WithTags("Incidents").WithSummary("Follow an incident: its position at each new entry");
        app.MapGet("/api/incidents/stream", (HttpContext http, Desk desk, Watchers watchers) =>
            Follow(http, watchers, Watchers.Everything, () => desk.Read(http.User.ToActor(), (_, caller) => Task.FromResult(caller.Id != Guid.Empty))))
            .WithTags("Incidents").WithSummary("Follow the board: a sign at each new entry");
    }

    static async Task Follow(HttpContext http, Watchers watchers, string stream, Func<Task<bool>> may)
    {
        if (!await may())
        {
            http.Response.StatusCode = http.User.Identity?.IsAuthenticated is true ? 404 : 401;
            return;
        }
        http.Response.ContentType = "text/event-stream";
        var gone = http.RequestAborted;
        try
        {
            var next = watchers.Next(stream);
            await Send(http, "retry: 2000\n\n", gone);
            while (!gone.IsCancellationRequested)
            {
                if (await Task.WhenAny(next, Task.Delay(Heartbeat, gone)) != next) { await Send(http, ":\n\n", gone); continue; }
                var position = await next;
                next = watchers.Next(stream);
                if (!await may()) return;
                await Send(http, string.Create(CultureInfo.InvariantCulture, $"event: position\ndata: {(stream == Watchers.Everything ? 0 : position)}\n\n"), gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader closed the page.
        }
    }

    static Task<bool> Sees(HttpContext http, Desk desk, int number) =>
        desk.Read(http.User.ToActor(), async (db, caller) => caller.Id != Guid.Empty && await db.Incidents.AnyAsync(i => i.Number == number));

    static async Task Send(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
