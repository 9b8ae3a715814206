using System.Linq.Expressions;
using IncidentDesk.Storage;
using IncidentDesk.Timeline.Correcting;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Timeline.Reading;

/// <summary>Walks a stream in one order from any place, a page at a time, along an index.</summary>
internal sealed class TimelineScan
{
    readonly IQueryable<Entry> _entries;
    readonly IQueryable<Entry> _wanted;
    readonly IQueryable<Correction> _corrections;
    readonly TimelineFilter _filter;

    public TimelineScan(DeskDb db, string stream, int number, int until, Expression<Func<Entry, bool>> readable, TimelineFilter filter)
    {
        _filter = filter;
        _entries = db.Entries.AsNoTracking().Where(e => e.Stream == stream && e.Incident == number && e.Position <= until).Where(readable);
        var kinds = filter.StoredKinds();
        _wanted = filter.Kinds.Count == 0 ? _entries : _entries.Where(e => kinds.Contains(e.Kind));
        var entries = _entries;
        _corrections = db.Corrections.AsNoTracking().Where(c => c.Incident == number && entries.Any(e => e.Position == c.Position));
    }

    public async Task<List<Entry>> Next(Cursor after, int count, CancellationToken ct)
    {
        if (_filter.Order == TimelineOrder.Happened) return await ByHappening(after, count, ct);
        var ordered = _filter.NewestFirst
            ? _wanted.Where(e => e.Position < after.Position).OrderByDescending(e => e.Position)
            : _wanted.Where(e => e.Position > after.Position).OrderBy(e => e.Position);
        return await ordered.Take(count).ToListAsync(ct);
    }

    /// <summary>The corrections of these entries, by the position of what they correct.</summary>
    public async Task<ILookup<int, Recorded>> CorrectionsOf(IReadOnlyList<Entry> page, CancellationToken ct)
    {
        var positions = page.Select(e => e.Position).ToList();
        var found = await _corrections.Where(c => positions.Contains(c.Of)).Join(_entries, c => c.Position, e => e.Position, (c, e) => new { c.Of, Entry = e }).ToListAsync(ct);
        return found.ToLookup(f => f.Of, f => Recorded.From(f.Entry));
    }

    /// <summary>Entries at their own time come along the index, the few that were moved in time come apart; the two are merged.</summary>
    async Task<List<Entry>> ByHappening(Cursor after, int count, CancellationToken ct)
    {
        var moved = Moved();
        var own = Beyond(_wanted.Where(e => !moved.Any(c => c.Of == e.Position)).Select(e => new Placed { Entry = e, At = e.HappenedAt }), after);
        var corrected = Beyond(_wanted.Join(moved, e => e.Position, c => c.Of, (e, c) => new Placed { Entry = e, At = c.HappenedAt!.Value }), after);
        var both = (await own.Take(count).ToListAsync(ct)).Concat(await corrected.Take(count).ToListAsync(ct));
        var ordered = _filter.NewestFirst
            ? both.OrderByDescending(p => p.At).ThenByDescending(p => p.Entry.Position)
            : both.OrderBy(p => p.At).ThenBy(p => p.Entry.Position);
        return [.. ordered.Take(count).Select(p => p.Entry)];
    }

    /// <summary>The correction of each entry's time that is in force.</summary>
    IQueryable<Correction> Moved() => _corrections.Where(c =>
        c.HappenedAt != null && !_corrections.Any(later => later.Of == c.Of && later.Position > c.Position && later.HappenedAt != null));

    IQueryable<Placed> Beyond(IQueryable<Placed> lines, Cursor after) => _filter.NewestFirst
        ? lines.Where(p => p.At <= after.HappenedAt && (p.At < after.HappenedAt || p.Entry.Position < after.Position))
            .OrderByDescending(p => p.At).ThenByDescending(p => p.Entry.Position)
        : lines.Where(p => p.At >= after.HappenedAt && (p.At > after.HappenedAt || p.Entry.Position > after.Position))
            .OrderBy(p => p.At).ThenBy(p => p.Entry.Position);

    sealed class Placed
    {
        public required Entry Entry { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
