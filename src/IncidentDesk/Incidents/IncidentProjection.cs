using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

internal sealed class IncidentProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Entry.Incident is not { } number) return;
        var was = what.Position == 1 ? null : await db.Incidents.FindAsync([number], ct);
        var now = Incident.Apply(was, what);
        await Participations(db, number, was, now, ct);
        if (was is null) await db.Insert(now!, ct);
        else db.Entry(was).CurrentValues.SetValues(now!);
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is not { } number) return;
        await db.Participations.Where(p => p.Incident == number).ExecuteDeleteAsync(ct);
        await db.Incidents.Where(i => i.Number == number).ExecuteDeleteAsync(ct);
    }

    static async Task Participations(DeskDb db, int number, Incident? was, Incident? now, CancellationToken ct)
    {
        if (was is not null && now is not null && was.Participants.Equals(now.Participants)) return;
        var (before, after) = (Ids(was), Ids(now));
        foreach (var left in before.Except(after))
            await db.Participations.Where(p => p.Person == left && p.Incident == number).ExecuteDeleteAsync(ct);
        foreach (var joined in after.Except(before)) await db.Insert(new Participation(number, joined), ct);
    }

    static IEnumerable<Guid> Ids(Incident? incident) => incident is null ? [] : incident.Participants.Select(p => p.Person);
}
