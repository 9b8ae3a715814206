using System.Globalization;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.People.SigningIn;
using IncidentDesk.Record;
using IncidentDesk.Web.Incidents.Timeline;
using IncidentDesk.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Incidents;

/// <summary>
/// Server-sent events (WHATWG HTML, section 9.2): the position a stream has reached and nothing else, so that what is private
/// cannot leak through them. Who may no longer see the incident, or whose session or token has ended, is let go at the next entry and
/// within five seconds without one.
/// </summary>
internal static class StreamEndpoint
{
    /// <summary>Every so many beats the reader is shown that the line is up.</summary>
    static readonly int BeatsSaid = (int)(EventWriter.Heartbeat / Beat.Every);

    public static void MapStreams(this WebApplication app)
    {
        var incidents = app.MapGroup("/api/incidents").WithTags("Incidents");
        incidents.MapGet("{number:int}/stream",
            (int number, int? after, HttpContext http, Desk desk, Watchers watchers, WatcherAccess access) =>
                Follow(http, watchers.Now(Streams.Incident(number)), after, () => Reached(http, desk, number),
                    (signal, person) => access.Admits(number, signal.Position, person), person => access.AdmitsNow(number, person),
                    board: false))
            .WithSummary("Follow an incident: its position at each new entry, and at once if it is already past after");
        incidents.MapGet("stream", (HttpContext http, Desk desk, Watchers watchers, WatcherAccess access) =>
            Follow(http, watchers.Now(Watchers.Everything), null, () => IsSomebody(http, desk),
                (signal, person) => Concerns(signal, person, access), access.Admits, board: true))
            .WithSummary("Follow the board: an event for each new entry that the caller may see");
    }

    /// <param name="http">The request that stays open.</param>
    /// <param name="at">The last signal before the page was read.</param>
    /// <param name="after">The position the reader has seen already.</param>
    /// <param name="reached">The present position, null for who may not follow. Asked at the start.</param>
    /// <param name="hears">Whether a signal is for this person: false skips it on the board and ends the stream of an incident.</param>
    /// <param name="stays">Whether this person may go on listening; asked at each beat.</param>
    /// <param name="board">Whether all incidents are followed, so that positions say nothing and are not sent. The last signal does
    /// not tell: it names the stream of whatever was recorded last.</param>
    static async Task Follow(HttpContext http, Signal at, int? after, Func<Task<int?>> reached,
        Func<Signal, Guid, Task<bool>> hears, Func<Guid, Task<bool>> stays, bool board)
    {
        if (await reached() is not { } position)
        {
            http.Response.StatusCode = http.User.Identity?.IsAuthenticated is true ? StatusCodes.Status404NotFound
                : StatusCodes.Status401Unauthorized;
            return;
        }
        var (by, admitted, beat) = (http.User.ToActor(), http.RequestServices.GetRequiredService<StillAdmitted>(),
            http.RequestServices.GetRequiredService<Beat>());
        var quiet = 0;
        await EventWriter.Open(http, async events =>
        {
            await events.Send("retry: 2000\n\n");
            // What was recorded after the page was drawn and before it began to listen.
            if (position > after) await events.Send(Event(position));
            while (true)
            {
                var grew = await Task.WhenAny(at.Next, beat.Next).WaitAsync(events.Ends) == at.Next;
                // Asked before anything is said: a token or a session that has ended hears nothing more.
                if ((await admitted.RolesOf(by) & Roles.All) == Roles.None) return;
                if (!grew)
                {
                    if (!await stays(by.Person)) return;
                    if (++quiet % BeatsSaid == 0) await events.Beat();
                    continue;
                }
                at = await at.Next;
                var heard = await hears(at, by.Person);
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
}
