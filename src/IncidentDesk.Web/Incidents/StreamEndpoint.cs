using System.Globalization;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Web.Incidents.Timeline;
using IncidentDesk.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Incidents;

/// <summary>
/// Server-sent events (WHATWG HTML, section 9.2): the position a stream has reached and nothing else, so that what is private
/// cannot leak through them. Who may no longer see the incident is let go at its next entry.
/// </summary>
internal static class StreamEndpoint
{
    public static void MapStreams(this WebApplication app)
    {
        var incidents = app.MapGroup("/api/incidents").WithTags("Incidents");
        incidents.MapGet("{number:int}/stream",
            (int number, int? after, HttpContext http, Desk desk, Watchers watchers, WatcherAccess access) =>
                Follow(http, watchers.Now(Streams.Incident(number)), after, () => Reached(http, desk, number),
                    (signal, person) => access.Admits(number, signal.Position, person), board: false))
            .WithSummary("Follow an incident: its position at each new entry, and at once if it is already past after");
        incidents.MapGet("stream", (HttpContext http, Desk desk, Watchers watchers, WatcherAccess access) =>
            Follow(http, watchers.Now(Watchers.Everything), null, () => IsSomebody(http, desk),
                (signal, person) => Concerns(signal, person, access), board: true))
            .WithSummary("Follow the board: an event for each new entry that the caller may see");
    }

    /// <param name="http">The request that stays open.</param>
    /// <param name="at">The last signal before the page was read.</param>
    /// <param name="after">The position the reader has seen already.</param>
    /// <param name="reached">The present position, null for who may not follow. Asked at the start and at each
    /// heartbeat; also ends streams of revoked tokens.</param>
    /// <param name="hears">Whether a signal is for this person: false skips it on the board and ends the stream of an incident.</param>
    /// <param name="board">Whether all incidents are followed, so that positions say nothing and are not sent. The last signal does
    /// not tell: it names the stream of whatever was recorded last.</param>
    static async Task Follow(HttpContext http, Signal at, int? after, Func<Task<int?>> reached,
        Func<Signal, Guid, Task<bool>> hears, bool board)
    {
        if (await reached() is not { } position)
        {
            http.Response.StatusCode = http.User.Identity?.IsAuthenticated is true ? StatusCodes.Status404NotFound
                : StatusCodes.Status401Unauthorized;
            return;
        }
        var person = http.User.ToActor().Person;
        await EventWriter.Open(http, async events =>
        {
            await events.Send("retry: 2000\n\n");
            // What was recorded after the page was drawn and before it began to listen.
            if (position > after) await events.Send(Event(position));
            while (true)
            {
                if (await Task.WhenAny(at.Next, Beat.Next).WaitAsync(events.Ends) != at.Next)
                {
                    if (await reached() is null) return;
                    await events.Beat();
                    continue;
                }
                at = await at.Next;
                var heard = await hears(at, person);
                if (!heard && !board) return;
                if (heard) await events.Send(Event(board ? 0 : at.Position));
            }
        });
    }

    static async Task<bool> Concerns(Signal signal, Guid person, WatcherAccess access) => Streams.IncidentOf(signal.Stream) is { } number
        ? await access.Admits(number, signal.Position, person)
        : signal.Stream.StartsWith("pause/", StringComparison.Ordinal) && await access.Admits(person);

    static Task<int?> Reached(HttpContext http, Desk desk, int number) => desk.Read(http.User.ToActor(), async (db, caller) =>
        caller.Id == Guid.Empty ? null
            : await db.Incidents.Where(i => i.Number == number).Select(i => (int?)i.Position).FirstOrDefaultAsync());

    static Task<int?> IsSomebody(HttpContext http, Desk desk) =>
        desk.Read(http.User.ToActor(), (_, caller) => Task.FromResult<int?>(caller.Id == Guid.Empty ? null : 0));

    static string Event(int position) => string.Create(CultureInfo.InvariantCulture, $"event: position\ndata: {position}\n\n");

    /// <summary>One clock for all open streams: a timer each would weigh more than what it says.</summary>
    static class Beat
    {
        static TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        static readonly Timer Clock = new(
            _ => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult(),
            null, EventWriter.Heartbeat, EventWriter.Heartbeat);

        public static Task Next
        {
            get
            {
                GC.KeepAlive(Clock);
                return Volatile.Read(ref _next).Task;
            }
        }
    }
}
