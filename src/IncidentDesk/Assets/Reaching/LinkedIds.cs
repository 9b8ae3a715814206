using IncidentDesk.Incidents;
using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

public static partial class AssetQueries
{
    /// <summary>Numbers of what was linked at the incident's position; whether the caller may see it was asked before.</summary>
    internal static Task<List<int>> LinkedIds(DeskDb db, Incident about, CancellationToken ct) =>
        Links(db, about.Number, about.Position).Select(l => l.AssetId).Distinct().ToListAsync(ct);
}
