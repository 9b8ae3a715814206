using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Kit;

/// <summary>What endpoints share that read a part of an incident.</summary>
internal static class Reads
{
    /// <summary>
    /// All of one kind that an incident holds, now or at a moment before; 404 where the
    /// caller does not see the incident.
    /// </summary>
    public static async Task<IResult> Part<T>(this HttpContext http, int incident, Func<DeskDb, Moment, Task<IReadOnlyList<T>>> part)
    {
        var asked = new QueryReader(http.Request.Query);
        var moment = asked.Moment(http.RequestServices.GetRequiredService<TimeProvider>());
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var found = await http.Read(async db => await db.Incidents.AnyAsync(i => i.Number == incident) ? await part(db, moment) : null);
        return found is null ? IncidentFile.Missing(incident).ToResult() : Answers.Ok(new Page<T>(found, null));
    }

    public static Task<T> Read<T>(this HttpContext http, Func<DeskDb, Task<T>> query) =>
        http.RequestServices.GetRequiredService<Desk>().Read(http.User.ToActor(), (db, _) => query(db), http.RequestAborted);
}
