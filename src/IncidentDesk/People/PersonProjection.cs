using IncidentDesk.People.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

internal sealed class PersonProjection : IProjection
{
    public async Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what.Event is not IAboutPerson about) return;
        var was = await db.People.FindAsync([about.Person], ct);
        var now = Person.Apply(was, what);
        if (was is null) db.People.Add(now!);
        else db.Entry(was).CurrentValues.SetValues(now!);
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (stream == Streams.People) await db.People.ExecuteDeleteAsync(ct);
    }
}
