using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

public static class IncidentQueries
{
    /// <summary>The incident as it stands; null when there is none for this reader.</summary>
    public static Task<Incident?> Find(DeskDb db, int number, CancellationToken ct = default) =>
        db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, ct);

    /// <summary>
    /// The incident at a moment, its <see cref="Incident.Position"/> the last entry of then. Refused as not found where the caller
    /// sees none, or it had not been declared.
    /// </summary>
    public static async Task<Outcome<Incident>> At(DeskDb db, int number, Moment moment, CancellationToken ct = default)
    {
        var visible = await db.Incident(number, ct);
        if (!visible.Done) return visible.Refusal;
        return await IncidentView.It.At(db, visible.Value, moment, ct) is not { } known ? IncidentFile.Missing(number, moment)
            : known.Roles.IsEmpty ? known : known.WithClosed(await PeopleQueries.Closed(db, moment, ct));
    }
}
