using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Listing;

/// <summary>Pauses in any order, narrowed by what matters to a reader, now or as they were known.</summary>
public static class PauseListQueries
{
    /// <param name="db">What of it the caller sees is listed.</param>
    /// <param name="now">The instant of asking, UTC: what is overdue is told by it, or by the instant looked back to.</param>
    public static async Task<Page<Pause>> List(DeskDb db, PauseFilter filter, DateTimeOffset now, CancellationToken ct = default)
    {
        return Some(await Counted(db, await Read(db, filter, ct), filter, ct), filter, db.Caller.Id, now);
    }

    /// <summary>What is in force, and how many of that there are of each kind that a reader may narrow it to.</summary>
    public static async Task<PausesInForce> InForce(DeskDb db, PauseFilter filter, DateTimeOffset now, CancellationToken ct = default)
    {
        var all = await Read(db, filter with { States = PauseFile.InForce, Only = PauseConcern.InForce }, ct);
        var inForce = await Counted(db, [.. all.Where(p => p.IsInForce)], filter, ct);
        return new(inForce, filter.AsKnownAt ?? now, db.Caller.Id) { Page = Some(inForce, filter, db.Caller.Id, now) };
    }

    static Page<Pause> Some(IEnumerable<Pause> all, PauseFilter filter, Guid me, DateTimeOffset now)
    {
        var found = Behind(InOrder(all, filter.Order), filter).Where(p => filter.Fits(p, me, filter.AsKnownAt ?? now));
        return Page.Of([.. found.Take(Page.Size(filter.Limit) + 1)], filter.Limit, p => p.Key);
    }

    /// <summary>With what was counted beside the record; nobody knows how those counts stood in the past.</summary>
    static async Task<IReadOnlyList<Pause>> Counted(DeskDb db, IReadOnlyList<Pause> pauses, PauseFilter filter, CancellationToken ct)
    {
        if (filter.AsKnownAt is not null || pauses.Count == 0) return pauses;
        var seen = await SightingQueries.InAll(db, ct);
        return [.. pauses.Select(p => seen.TryGetValue(p.Key, out var counted) ? p with { Sightings = counted } : p)];
    }

    static async Task<IReadOnlyList<Pause>> Read(DeskDb db, PauseFilter filter, CancellationToken ct)
    {
        if (filter.AsKnownAt is { } then) return await PauseHistory.All(db, then, ct);
        var pauses = db.Pauses.AsNoTracking();
        if (filter.States.Count > 0) pauses = pauses.Where(p => filter.States.Contains(p.State));
        if (!filter.IsByKeyAlone) return await pauses.ToListAsync(ct);
        if (filter.After.OrNull() is { } last) pauses = pauses.Where(p => p.Key.CompareTo(last) > 0);
        return await pauses.OrderBy(p => p.Key).Take(Page.Size(filter.Limit) + 1).ToListAsync(ct);
    }

    /// <summary>A key is never given up, so the place where a page ended is found even when that pause fits no more.</summary>
    static IEnumerable<Pause> Behind(IEnumerable<Pause> ordered, PauseFilter filter) => filter.After.OrNull() switch
    {
        null => ordered,
        var last when filter.Order is PauseOrder.Key => ordered.Where(p => string.CompareOrdinal(p.Key, last) > 0),
        var last => ordered.SkipWhile(p => p.Key != last).Skip(1),
    };

    static IEnumerable<Pause> InOrder(IEnumerable<Pause> pauses, PauseOrder order)
    {
        var byKey = pauses.OrderBy(p => p.Key, StringComparer.Ordinal);
        return order switch
        {
            PauseOrder.Review => byKey.OrderBy(p => p.ReviewBy),
            PauseOrder.Age => byKey.OrderBy(p => p.OrderedAt ?? DateTimeOffset.MaxValue),
            PauseOrder.Reviewer => byKey.OrderBy(p => p.Reviewer is null).ThenBy(p => p.Reviewer?.Name, StringComparer.OrdinalIgnoreCase),
            PauseOrder.Sightings => byKey.OrderByDescending(p => p.SeenRunning).ThenByDescending(p => p.Sightings?.Count ?? 0),
            _ => byKey,
        };
    }
}
