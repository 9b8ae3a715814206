using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Participating;

/// <summary>Who there is of an incident's people.</summary>
/// <param name="Active">Participants whose account is active: the others could not open it.</param>
/// <param name="Declarer">Who declared it.</param>
internal sealed record Left(IReadOnlySet<Guid> Active, Guid Declarer)
{
    public static async Task<Left> Of(DeskDb db, int number, CancellationToken ct)
    {
        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, ct) is not { } incident)
            return new(new HashSet<Guid>(), Guid.Empty);
        Guid[] takePart = [.. incident.Participants.Select(p => p.Person)];
        var active = await db.People.Where(p => p.Active && takePart.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        return new(active.ToHashSet(), await db.Declarer(number, ct));
    }
}

internal static class Declarers
{
    /// <summary>Who recorded its first entry; of an imported incident somebody whom this desk does not know.</summary>
    public static Task<Guid> Declarer(this DeskDb db, int number, CancellationToken ct)
    {
        var stream = Streams.Incident(number);
        return db.Entries.Where(e => e.Stream == stream && e.Position == 1).Select(e => e.RecordedBy).SingleOrDefaultAsync(ct);
    }
}
