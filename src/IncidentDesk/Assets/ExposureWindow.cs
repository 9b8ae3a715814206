using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>From when until when the linked assets of an incident were open, taken together; UTC.</summary>
/// <param name="First">The earliest start on record.</param>
/// <param name="Last">The latest end on record.</param>
/// <param name="StartUnknown">How many assets have no start on record.</param>
/// <param name="EndUnknown">How many have no end on record: it is not known, or they are open still.</param>
public sealed record ExposureWindow(DateTimeOffset? First, DateTimeOffset? Last, int StartUnknown, int EndUnknown);

public static partial class LinkQueries
{
    /// <summary>At the incident's position; null when nothing is linked or the caller may not see it.</summary>
    public static async Task<ExposureWindow?> Window(DeskDb db, Incident about, CancellationToken ct = default)
    {
        if (!await db.Incidents.AnyAsync(i => i.Number == about.Number, ct)) return null;
        return await Links(db, about.Number, about.Position).GroupBy(_ => 1).Select(all => new ExposureWindow(
            all.Min(l => l.ExposedFrom), all.Max(l => l.ExposedTo), all.Count(l => l.ExposedFrom == null),
            all.Count(l => l.ExposedTo == null))).SingleOrDefaultAsync(ct);
    }
}
