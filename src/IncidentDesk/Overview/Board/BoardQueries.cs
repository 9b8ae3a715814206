using System.Collections.Immutable;
using System.Text;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Board;

/// <summary>The board: open incidents first, then the worst, then the newest.</summary>
public static class BoardQueries
{
    /// <param name="db">What of it the caller sees is listed.</param>
    /// <param name="filter">What is wanted, now or as it was known.</param>
    /// <param name="now">The instant of asking, UTC: it tells which reviews are overdue.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<BoardPage> List(DeskDb db, BoardFilter filter, DateTimeOffset now, CancellationToken ct = default)
    {
        if (filter.AsKnownAt is { } then) return await BoardHistory.At(db, filter, then, ct);
        var limit = Math.Clamp(filter.Limit, 1, BoardFilter.MostAtOnce);
        var found = await Matching(db, filter, ct);
        var shown = filter.Statuses.Count == 0 ? found : found.Where(i => i.MergedInto == null && filter.Statuses.Contains(i.Status));
        var rows = await Rows(db, InOrder(After(shown, filter.After)).Take(limit + 1), now).ToListAsync(ct);
        var page = rows.Take(limit).ToList();
        return new(page, rows.Count > limit ? CursorOf(page[^1]).Write() : null, await Counts(found, ct));
    }

    /// <summary>Everything that is open, in the order of the board.</summary>
    public static async Task<IReadOnlyList<BoardRow>> Open(DeskDb db, DateTimeOffset now, CancellationToken ct = default) =>
        await Rows(db, InOrder(db.Incidents.Where(i => i.Status != IncidentStatus.Closed && i.MergedInto == null)), now).ToListAsync(ct);

    static async Task<IQueryable<Incident>> Matching(DeskDb db, BoardFilter filter, CancellationToken ct)
    {
        var found = db.Incidents.AsNoTracking();
        if (filter.Severities.Count > 0) found = found.Where(i => filter.Severities.Contains(i.Severity));
        if (filter.Kinds.Count > 0) found = found.Where(i => filter.Kinds.Contains(i.Kind));
        foreach (var word in filter.Words)
        {
            if (!Ascii.IsValid(word))
            {
                var holding = await Holding(db, word, ct);
                found = found.Where(i => EF.Parameter(holding).Contains(i.Number));
                continue;
            }
            var (number, pattern) = (BoardFilter.NumberIn(word), Dialect.Holding(word));
            found = found.Where(i => i.Number == number || EF.Functions.Like(DeskDb.Lower(i.Title), pattern, "\\") || EF.Functions.Like(DeskDb.Lower(i.Summary), pattern, "\\"));
        }
        return found;
    }

    /// <summary>The databases know the case of A to Z only; every other letter is compared here, as in the search for assets.</summary>
    static async Task<int[]> Holding(DeskDb db, string word, CancellationToken ct)
    {
        var wanted = Folding.Fold(word);
        var texts = await db.Incidents.AsNoTracking().Select(i => new { i.Number, i.Title, i.Summary }).ToListAsync(ct);
        return [.. texts.Where(t => Holds(t.Title) || (t.Summary is { } summary && Holds(summary))).Select(t => t.Number)];

        bool Holds(string text) => Folding.Fold(text).AsSpan().IndexOf(wanted) >= 0;
    }

    static IQueryable<Incident> InOrder(IQueryable<Incident> incidents) => incidents
        .OrderBy(i => i.Status == IncidentStatus.Closed || i.MergedInto != null).ThenBy(i => i.Severity).ThenByDescending(i => i.Number);

    /// <summary>A text that is no cursor begins at the beginning; an edge that wants to refuse it asks <see cref="BoardCursor.TryRead"/>.</summary>
    static IQueryable<Incident> After(IQueryable<Incident> incidents, string? after)
    {
        if (!BoardCursor.TryRead(after, out var last)) return incidents;
        var (over, severity, number) = last!;
        return over
            ? incidents.Where(i => (i.Status == IncidentStatus.Closed || i.MergedInto != null)
                && (i.Severity > severity || (i.Severity == severity && i.Number < number)))
            : incidents.Where(i => i.Status == IncidentStatus.Closed || i.MergedInto != null
                || i.Severity > severity || (i.Severity == severity && i.Number < number));
    }

    static IQueryable<BoardRow> Rows(DeskDb db, IQueryable<Incident> incidents, DateTimeOffset now) => incidents.Select(i => new BoardRow
    {
        Number = i.Number, Title = i.Title, Severity = i.Severity, Kind = i.Kind, Status = i.Status, Visibility = i.Visibility,
        Commander = CommanderIn(i.Roles), DeclaredAt = i.DeclaredAt, StartedAt = i.StartedAt, ResolvedAt = i.ResolvedAt, ChangedAt = i.ChangedAt,
        Paused = db.Set<Pause>().Count(p => p.Incident == i.Number && PauseFile.InForce.Contains(p.State)),
        SeenRunning = db.Set<Pause>().Count(p => p.Incident == i.Number && p.SeenRunning),
        OverdueReviews = db.Set<Pause>().Count(p => p.Incident == i.Number && PauseFile.InForce.Contains(p.State) && p.ReviewBy <= now),
        MergedInto = i.MergedInto, Position = i.Position,
    });

    static string? CommanderIn(ImmutableArray<RoleHeld> roles) => roles.FirstOrDefault(r => r.Role == IncidentRole.Commander)?.Name;

    internal static BoardCursor CursorOf(BoardRow row) => new(!row.IsOpen, row.Severity, row.Number);

    static async Task<BoardCounts> Counts(IQueryable<Incident> found, CancellationToken ct)
    {
        var groups = await found.GroupBy(i => new { i.Status, Merged = i.MergedInto != null })
            .Select(g => new { g.Key.Status, g.Key.Merged, Count = g.Count() }).ToListAsync(ct);
        int Of(IncidentStatus status) => groups.Where(g => !g.Merged && g.Status == status).Sum(g => g.Count);
        return new(Of(IncidentStatus.Declared), Of(IncidentStatus.Investigating), Of(IncidentStatus.Contained),
            Of(IncidentStatus.Resolved), Of(IncidentStatus.Closed), groups.Where(g => g.Merged).Sum(g => g.Count));
    }
}
