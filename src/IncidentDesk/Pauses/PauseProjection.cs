using IncidentDesk.Due;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Pauses.Rechecking;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

internal sealed class PauseProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Event is not IAboutPause about) return;
        var was = await db.Pauses.FindAsync([about.Key], ct);
        var now = Pause.Apply(was, what);
        if (was is null) db.Pauses.Add(now!);
        else db.Entry(was).CurrentValues.SetValues(now!);
        await db.SetDue(what.Entry, ReviewFallsDue.Name, about.Key, now!.ReminderDue, ct);
    }

    public Task Clear(DeskDb db, string stream, CancellationToken ct) => Streams.IncidentOf(stream) is { } number
        ? db.Pauses.Where(p => p.Incident == number).ExecuteDeleteAsync(ct)
        : db.Pauses.Where(p => p.Incident == null && stream == "pause/" + p.Key).ExecuteDeleteAsync(ct);
}
