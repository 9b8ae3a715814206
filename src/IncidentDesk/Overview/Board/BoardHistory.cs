using System.Text;
using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Pauses;
using IncidentDesk.Record;

namespace IncidentDesk.Overview.Board;

/// <summary>The board as it would have read at an instant, from what had been recorded by then.</summary>
internal static class BoardHistory
{
    public static async Task<BoardPage> At(DeskDb db, BoardFilter filter, DateTimeOffset then, CancellationToken ct)
    {
        var limit = Math.Clamp(filter.Limit, 1, BoardFilter.MostAtOnce);
        var found = (await IncidentHistory.All(db, then, ct)).Where(Wanted(filter)).ToList();
        var inForce = (await PauseHistory.All(db, then, ct)).Where(p => p.IsInForce).ToList();
        // They come the worst first already, and sorting leaves that as it is.
        var rows = found.Where(i => filter.Statuses.Count == 0 || (i.MergedInto is null && filter.Statuses.Contains(i.Status)))
            .Select(i => Row(i, inForce, then)).OrderBy(row => !row.IsOpen);
        var page = rows.Where(Behind(filter.After)).Take(limit + 1).ToList();
        return new([.. page.Take(limit)], page.Count > limit ? BoardQueries.CursorOf(page[limit - 1]).Write() : null, Counts(found));
    }

    internal static BoardRow Row(Incident i, IReadOnlyList<Pause> inForce, DateTimeOffset then) => new()
    {
        Number = i.Number, Title = i.Title, Severity = i.Severity, Kind = i.Kind, Status = i.Status, Visibility = i.Visibility,
        Commander = i.Holder(IncidentRole.Commander)?.Name, DeclaredAt = i.DeclaredAt, StartedAt = i.StartedAt, ResolvedAt = i.ResolvedAt, ChangedAt = i.ChangedAt,
        Paused = inForce.Count(p => p.Incident == i.Number), SeenRunning = inForce.Count(p => p.Incident == i.Number && p.SeenRunning),
        OverdueReviews = inForce.Count(p => p.Incident == i.Number && p.IsOverdue(then)), MergedInto = i.MergedInto, Position = i.Position,
    };

    /// <summary>The same as the board of now asks its database for.</summary>
    static Func<Incident, bool> Wanted(BoardFilter filter)
    {
        var words = filter.Words.Select(word => (Number: Ascii.IsValid(word) ? BoardFilter.NumberIn(word) : 0, Folded: Folding.Fold(word))).ToList();
        return i => (filter.Severities.Count == 0 || filter.Severities.Contains(i.Severity)) && (filter.Kinds.Count == 0 || filter.Kinds.Contains(i.Kind))
            && words.All(w => i.Number == w.Number || Holds(i.Title, w.Folded) || (i.Summary is { } summary && Holds(summary, w.Folded)));
    }

    static bool Holds(string text, byte[] folded) => Folding.Fold(text).AsSpan().IndexOf(folded) >= 0;

    static Func<BoardRow, bool> Behind(string? after)
    {
        if (!BoardCursor.TryRead(after, out var last)) return _ => true;
        return row => (!row.IsOpen, row.Severity, -row.Number).CompareTo((last!.Over, last.Severity, -last.Number)) > 0;
    }

    static BoardCounts Counts(List<Incident> found)
    {
        int Of(IncidentStatus status) => found.Count(i => i.MergedInto is null && i.Status == status);
        return new(Of(IncidentStatus.Declared), Of(IncidentStatus.Investigating), Of(IncidentStatus.Contained),
            Of(IncidentStatus.Resolved), Of(IncidentStatus.Closed), found.Count(i => i.MergedInto is not null));
    }
}
