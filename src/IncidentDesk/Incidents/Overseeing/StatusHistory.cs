using IncidentDesk.Incidents.Listing;
using IncidentDesk.Pauses;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;

namespace IncidentDesk.Incidents.Overseeing;

/// <summary>The one screen for leadership as it would have read at an instant; which reviews were required is reckoned by the rules of today.</summary>
public static class StatusHistory
{
    public static async Task<StatusView> At(DeskDb db, DateTimeOffset then, ReviewShelf? rules = null, CancellationToken ct = default)
    {
        var open = (await IncidentHistory.All(db, then, ct)).Where(i => i.Status is not IncidentStatus.Closed && i.MergedInto is null).ToList();
        var inForce = (await PauseHistory.All(db, then, ct)).Where(p => p.IsInForce).OrderBy(p => p.ReviewBy).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        return new(
            then, [.. open.GroupBy(i => i.Severity).Select(level => new OpenAt(level.Key, [.. level.Select(i => Row(i, inForce))]))], inForce,
            Overdue.Of(inForce, open.Where(i => i.Kind is not IncidentKind.Drill).Select(i => (i.Number, i.Tasks)), then),
            await StatusViewQueries.Changed(db, then, ct), StatusViewQueries.Contradicting(open))
        {
            Reviews = rules is null ? null : ReviewsInShort.Of(await ReviewQueries.Register(db, rules, then, then, ct)),
        };
    }

    static BoardRow Row(Incident i, List<Pause> inForce) => new()
    {
        Number = i.Number, Title = i.Title, Severity = i.Severity, Kind = i.Kind, Status = i.Status, Visibility = i.Visibility,
        Commander = i.Holder(IncidentRole.Commander)?.Name, DeclaredAt = i.DeclaredAt, StartedAt = i.StartedAt, ResolvedAt = i.ResolvedAt, ChangedAt = i.ChangedAt,
        Paused = inForce.Count(p => p.Incident == i.Number), SeenRunning = inForce.Count(p => p.Incident == i.Number && p.SeenRunning),
        MergedInto = i.MergedInto, Position = i.Position,
    };
}
