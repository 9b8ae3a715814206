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
    /// <param name="filter">What is wanted.</param>
    /// <param name="moment">Of which time; it tells also which reviews are overdue.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<BoardPage> List(DeskDb db, BoardFilter filter, Moment moment, CancellationToken ct = default)
    {
        var limit = Math.Clamp(filter.Limit, 1, BoardFilter.MostAtOnce);
        var found = await Matching(await IncidentView.It.At(db, moment, _ => true, ct), filter, moment, ct);
        var shown = filter.Statuses.Count == 0 ? found : found.Where(i => i.MergedInto == null && filter.Statuses.Contains(i.Status));
        var pauses = moment.IsNow ? db.Pauses : await PauseView.It.At(db, moment, p => p.Incident != null, ct);
        var rows = await Rows(InOrder(After(shown, filter.After)).Take(limit + 1), pauses, moment.At).Read(ct);
        var page = rows.Take(limit).ToList();
        return new(page, rows.Count > limit ? CursorOf(page[^1]).Write() : null, await Counts(found, ct));
    }

    static async Task<IQueryable<Incident>> Matching(IQueryable<Incident> found, BoardFilter filter, Moment moment, CancellationToken ct)
    {
        if (filter.Severities.Count > 0) found = found.Where(i => filter.Severities.Contains(i.Severity));
        if (filter.Kinds.Count > 0) found = found.Where(i => filter.Kinds.Contains(i.Kind));
        foreach (var word in filter.Words)
        {
            if (moment.IsNow && Ascii.IsValid(word))
            {
                var (number, pattern) = (BoardFilter.NumberIn(word), Dialect.Holding(word));
                found = found.Where(i => i.Number == number
                    || EF.Functions.Like(DeskDb.Lower(i.Title), pattern, "\\")
                    || EF.Functions.Like(DeskDb.Lower(i.Summary), pattern, "\\"));
                continue;
            }
            var holding = await Holding(found, word, ct);
            found = moment.IsNow ? found.Where(i => EF.Parameter(holding).Contains(i.Number))
                : found.Where(i => holding.Contains(i.Number));
        }
        return found;
    }

    /// <summary>The databases know the case of A to Z only; every other letter is compared here, as in the search for assets.</summary>
    static async Task<int[]> Holding(IQueryable<Incident> among, string word, CancellationToken ct)
    {
        var (number, wanted) = (Ascii.IsValid(word) ? BoardFilter.NumberIn(word) : 0, Folded(word));
        var texts = await among.Select(i => new { i.Number, i.Title, i.Summary }).Read(ct);
        return [.. texts.Where(t => t.Number == number || Holds(t.Title) || (t.Summary is { } summary && Holds(summary)))
            .Select(t => t.Number)];

        bool Holds(string text) => Folded(text).AsSpan().IndexOf(wanted) >= 0;
    }

    /// <summary>Some systems write é as one character, some as two; both are the same word.</summary>
    static byte[] Folded(string text) => Folding.Fold(text.Normalize());

    internal static IQueryable<Incident> InOrder(IQueryable<Incident> incidents) => incidents
        .OrderBy(i => i.Status == IncidentStatus.Closed || i.MergedInto != null).ThenBy(i => i.Severity).ThenByDescending(i => i.Number);

    /// <summary>
    /// A text that is no cursor begins at the beginning; an edge that wants to refuse it asks
    /// <see cref="BoardCursor.TryRead"/>.
    /// </summary>
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

    /// <summary>What the board says of incidents: from tables, or from what was read or folded already.</summary>
    internal static IQueryable<BoardRow> Rows(IQueryable<Incident> incidents, IQueryable<Pause> pauses, DateTimeOffset at) =>
        incidents.Select(i => new BoardRow
        {
            Number = i.Number, Title = i.Title, Severity = i.Severity, Kind = i.Kind, Status = i.Status, Visibility = i.Visibility,
            Commander = CommanderIn(i.Roles), DeclaredAt = i.DeclaredAt,
            StartedAt = i.StartedAt, ResolvedAt = i.ResolvedAt, ChangedAt = i.ChangedAt,
            Paused = pauses.Count(p => p.Incident == i.Number && PauseFile.InForce.Contains(p.State)),
            SeenRunning = pauses.Count(p => p.Incident == i.Number && p.SeenRunning),
            OverdueReviews = pauses.Count(p => p.Incident == i.Number && PauseFile.InForce.Contains(p.State) && p.ReviewBy <= at),
            MergedInto = i.MergedInto, Position = i.Position,
        });

    static string? CommanderIn(ImmutableArray<RoleHeld> roles) => roles.FirstOrDefault(r => r.Role == IncidentRole.Commander)?.Name;

    static BoardCursor CursorOf(BoardRow row) => new(!row.IsOpen, row.Severity, row.Number);

    static async Task<BoardCounts> Counts(IQueryable<Incident> found, CancellationToken ct)
    {
        var groups = await found.GroupBy(i => new { i.Status, Merged = i.MergedInto != null })
            .Select(g => new { g.Key.Status, g.Key.Merged, Count = g.Count() }).Read(ct);
        int Of(IncidentStatus status) => groups.Where(g => !g.Merged && g.Status == status).Sum(g => g.Count);
        return new(Of(IncidentStatus.Declared), Of(IncidentStatus.Investigating), Of(IncidentStatus.Contained),
            Of(IncidentStatus.Resolved), Of(IncidentStatus.Closed), groups.Where(g => g.Merged).Sum(g => g.Count));
    }
}
