using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Overview.Board;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;

namespace IncidentDesk.Overview.Status;

/// <summary>The one screen for leadership as it would have read at an instant; which reviews were required is reckoned by the rules of today.</summary>
public static class StatusHistory
{
    public static async Task<StatusView> At(DeskDb db, DateTimeOffset then, ReviewShelf? rules = null, CancellationToken ct = default)
    {
        var open = (await IncidentHistory.All(db, then, ct)).Where(i => i.Status is not IncidentStatus.Closed && i.MergedInto is null).ToList();
        var inForce = (await PauseHistory.All(db, then, ct)).Where(p => p.IsInForce).OrderBy(p => p.ReviewBy).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        return new(
            then, [.. open.GroupBy(i => i.Severity).Select(level => new OpenAt(level.Key, [.. level.Select(i => BoardHistory.Row(i, inForce, then))]))], inForce,
            Overdue.Of(inForce, open.Where(i => i.Kind is not IncidentKind.Drill).Select(i => (i.Number, i.Tasks)), then),
            await StatusViewQueries.Changed(db, then, ct), StatusViewQueries.Contradicting(open))
        {
            Reviews = rules is null ? null : ReviewsInShort.Of(await ReviewQueries.Register(db, rules, then, then, ct)),
        };
    }
}
