using System.Linq.Expressions;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>
/// Walks a stream in one order from any place, a page at a time, along an index. Only for an incident that the caller has been
/// shown: that it is visible is not asked again for every row.
/// </summary>
internal sealed class TimelineScan
{
    readonly IQueryable<Entry> _entries;
    readonly IQueryable<Entry> _byPosition;
    readonly IQueryable<Entry> _byTime;
    readonly IQueryable<Correction> _corrections;
    readonly TimelineFilter _filter;

    public TimelineScan(DeskDb db, string stream, int number, int until, Expression<Func<Entry, bool>> readable, TimelineFilter filter)
    {
        _filter = filter;
        var known = db.Entries.AsNoTracking().IgnoreQueryFilters().Where(e => e.Position <= until).Where(readable);
        var entries = _entries = known.Where(e => e.Stream == stream);
        var kinds = filter.StoredKinds();
        var wanted = filter.Kinds.Count == 0 ? known : known.Where(e => kinds.Contains(e.Kind));
        // Stream and incident say the same; each leads to the index that has the order wanted.
        _byPosition = wanted.Where(e => e.Stream == stream);
        _byTime = wanted.Where(e => e.Incident == number);
        _corrections = db.Corrections.AsNoTracking().IgnoreQueryFilters()
            .Where(c => c.Incident == number && entries.Any(e => e.Position == c.Position));
    }

    public async Task<List<Entry>> Next(Cursor after, int count, CancellationToken ct)
    {
        if (_filter.Order == TimelineOrder.Happened) return await ByHappening(after, count, ct);
        var ordered = _filter.NewestFirst
            ? _byPosition.Where(e => e.Position < after.Position).OrderByDescending(e => e.Position)
            : _byPosition.Where(e => e.Position > after.Position).OrderBy(e => e.Position);
        return await ordered.Take(count).ToListAsync(ct);
    }

    /// <summary>The corrections of these entries, by the position of what they correct.</summary>
    public async Task<ILookup<int, Recorded>> CorrectionsOf(IReadOnlyList<Entry> page, CancellationToken ct)
    {
        var positions = page.Select(e => e.Position).ToList();
        var found = await _corrections.Where(c => positions.Contains(c.Of))
            .Join(_entries, c => c.Position, e => e.Position, (c, e) => new { c.Of, Entry = e }).ToListAsync(ct);
        return found.ToLookup(f => f.Of, f => Recorded.From(f.Entry));
    }

    /// <summary>Entries at their own time come along the index, the few that were moved in time come apart; the two are merged.</summary>
    async Task<List<Entry>> ByHappening(Cursor after, int count, CancellationToken ct)
    {
        var moved = new Dictionary<int, DateTimeOffset>();
        await foreach (var c in _corrections.Where(c => c.HappenedAt != null)
            .OrderBy(c => c.Position).AsAsyncEnumerable().WithCancellation(ct))
            moved[c.Of] = c.HappenedAt!.Value;

        var own = await Beyond(after).Take(count + moved.Count).ToListAsync(ct);
        var positions = moved.Where(m => IsBeyond(m.Value, m.Key, after)).Select(m => m.Key).ToList();
        var corrected = positions.Count == 0 ? [] : await _byPosition.Where(e => positions.Contains(e.Position)).ToListAsync(ct);

        var both = own.Where(e => !moved.ContainsKey(e.Position)).Concat(corrected);
        var ordered = _filter.NewestFirst
            ? both.OrderByDescending(At).ThenByDescending(e => e.Position)
            : both.OrderBy(At).ThenBy(e => e.Position);
        return [.. ordered.Take(count)];

        DateTimeOffset At(Entry e) => moved.GetValueOrDefault(e.Position, e.HappenedAt);
    }

    // The first comparison alone leads SQLite along the index; the rest settles entries of the same instant.
    IQueryable<Entry> Beyond(Cursor after) => _filter.NewestFirst
        ? _byTime.Where(e => e.HappenedAt <= after.HappenedAt && (e.HappenedAt < after.HappenedAt || e.Position < after.Position))
            .OrderByDescending(e => e.HappenedAt).ThenByDescending(e => e.Position)
        : _byTime.Where(e => e.HappenedAt >= after.HappenedAt && (e.HappenedAt > after.HappenedAt || e.Position > after.Position))
            .OrderBy(e => e.HappenedAt).ThenBy(e => e.Position);

    bool IsBeyond(DateTimeOffset at, int position, Cursor after)
    {
        var order = (at, position).CompareTo((after.HappenedAt, after.Position));
        return _filter.NewestFirst ? order < 0 : order > 0;
    }
}
