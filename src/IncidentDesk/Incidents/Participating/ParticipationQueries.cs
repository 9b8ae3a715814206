using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Participating;

/// <summary>An incident somebody takes part in, as far as the reader may see it.</summary>
public sealed record ParticipationRow(int Number, string Title, Severity Severity, IncidentStatus Status, Visibility Visibility);

public static class ParticipationQueries
{
    /// <summary>The incidents a person takes part in, newest first; private ones only for those who take part themselves.</summary>
    public static async Task<IReadOnlyList<ParticipationRow>> Of(DeskDb db, Guid person, CancellationToken ct = default)
    {
        // Whoever reads sees their own participations only; the numbers alone are looked up past that, and filtered by what they may see.
        var numbers = await db.Participations.IgnoreQueryFilters().Where(p => p.Person == person).Select(p => p.Incident).ToListAsync(ct);
        return await db.Incidents.AsNoTracking().Where(i => numbers.Contains(i.Number)).OrderByDescending(i => i.Number)
            .Select(i => new ParticipationRow(i.Number, i.Title, i.Severity, i.Status, i.Visibility)).ToListAsync(ct);
    }
}
