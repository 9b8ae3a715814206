using IncidentDesk.Record;
using IncidentDesk.Statements.Events;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements;

internal sealed class StatementProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Event is not IAboutStatement about) return;
        var was = await db.Statements.FindAsync([what.Entry.Incident, about.Statement], ct);
        var now = Statement.Apply(was, what);
        if (was is null) db.Statements.Add(now!);
        else db.Entry(was).CurrentValues.SetValues(now!);
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is { } number) await db.Statements.Where(s => s.Incident == number).ExecuteDeleteAsync(ct);
    }
}
