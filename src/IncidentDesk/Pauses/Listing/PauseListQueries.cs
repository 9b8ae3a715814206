using IncidentDesk.Pauses.Sighting;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Listing;

/// <summary>Pauses in any order, narrowed by what matters to a reader, now or as they were known.</summary>
public static class PauseListQueries
{
    /// <param name="db">What of it the caller sees is listed.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="moment">Of which time; what is overdue is told by it, too.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<Page<Pause>> List(DeskDb db, PauseFilter filter, Moment moment, CancellationToken ct = default) =>
        Some(await Counted(db, await Read(db, filter, moment, ct), moment, ct), filter, db.Caller.Id, moment.At);

    /// <summary>What is in force, and how many of that there are of each kind that a reader may narrow it to.</summary>
    public static async Task<PausesInForce> InForce(DeskDb db, PauseFilter filter, Moment moment, CancellationToken ct = default)
    {
        var all = await Read(db, filter with { States = PauseFile.InForce, Only = PauseConcern.InForce }, moment, ct);
        var inForce = await Counted(db, [.. all.Where(p => p.IsInForce)], moment, ct);
        return new(inForce, moment.At, db.Caller.Id) { Page = Some(inForce, filter, db.Caller.Id, moment.At) };
    }

    static Page<Pause> Some(IEnumerable<Pause> all, PauseFilter filter, Guid me, DateTimeOffset at)
    {
        var found = Behind(InOrder(all, filter.Order), filter).Where(p => filter.Fits(p, me, at));
        return Page.Of([.. found.Take(Page.Size(filter.Limit) + 1)], filter.Limit, p => p.Key);
    }

    /// <summary>With what was counted beside the record; nobody knows how those counts stood in the past.</summary>
    static async Task<IReadOnlyList<Pause>> Counted(DeskDb db, IReadOnlyList<Pause> pauses, Moment moment, CancellationToken ct)
    {
        if (!moment.IsNow || pauses.Count == 0) return pauses;
        var seen = await SightingQueries.InAll(db, ct);
        return [.. pauses.Select(p => seen.TryGetValue(p.Key, out var counted) ? p with { Sightings = counted } : p)];
    }

    static async Task<IReadOnlyList<Pause>> Read(DeskDb db, PauseFilter filter, Moment moment, CancellationToken ct)
    {
        var pauses = await PauseView.It.At(db, moment, _ => true, ct);
        if (filter.States.Count > 0) pauses = pauses.Where(p => filter.States.Contains(p.State));
        if (!moment.IsNow || !filter.IsByKeyAlone) return await pauses.Read(ct);
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
