using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents;

public static class IncidentQueries
{
    /// <summary>The incident as it stands; null when there is none for this reader.</summary>
    public static Task<Incident?> Find(DeskDb db, int number, CancellationToken ct = default) =>
        db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, ct);
}
