using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

public static partial class AssetQueries
{
    /// <summary>Numbers of what was linked at a position of an incident's record; whether the caller may see it was asked before.</summary>
    internal static Task<List<int>> LinkedIds(DeskDb db, int incident, int position, CancellationToken ct) =>
        Links(db, incident, position).Select(l => l.AssetId).Distinct().ToListAsync(ct);
}
