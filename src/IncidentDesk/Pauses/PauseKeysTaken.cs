using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

/// <summary>A pause's key exists once on a desk.</summary>
internal sealed class PauseKeysTaken : IForbidsImport
{
    public async Task<Refusal?> Why(DeskDb db, IReadOnlyList<TimelineEvent> events, CancellationToken ct)
    {
        var keys = events.OfType<IAboutPause>().Select(p => p.Key).Distinct().ToList();
        if (keys.Count == 0) return null;
        var taken = await db.Pauses.IgnoreQueryFilters().Where(p => keys.Contains(p.Key)).Select(p => p.Key).FirstOrDefaultAsync(ct);
        return taken is null ? null : new PauseKeyTaken(taken);
    }
}

/// <summary>A pause of the incident has a key that is another pause here.</summary>
public sealed record PauseKeyTaken(string Key)
    : Refusal.Rule($"Nothing was imported. A pause in the export has the key {Key}, "
        + "which belongs to another pause on this desk. Import it into an empty desk instead.");
