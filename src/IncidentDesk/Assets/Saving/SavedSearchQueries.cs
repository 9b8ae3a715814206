using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Saving;

/// <summary>Reading saved searches; everybody on the desk sees all of them.</summary>
public static class SavedSearchQueries
{
    /// <summary>By name.</summary>
    public static async Task<IReadOnlyList<SavedSearch>> All(DeskDb db, CancellationToken ct = default) =>
        [.. (await db.SavedSearches.AsNoTracking().ToListAsync(ct)).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The one of this number, or the one refusal for there being none.</summary>
    public static async Task<Outcome<SavedSearch>> Find(DeskDb db, int number, CancellationToken ct = default) =>
        await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, ct) is { } found ? found
            : new Refusal.NotFound($"saved search {number}");
}
