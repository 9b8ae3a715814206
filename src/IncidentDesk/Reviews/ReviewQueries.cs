using IncidentDesk.Record;
using IncidentDesk.Reviews.Requiring;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

/// <summary>Reading the register. What is required is reckoned by the rules of today, whatever moment is asked for.</summary>
public static class ReviewQueries
{
    /// <summary>Everything in the register by key, at a moment.</summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="shelf">The rules.</param>
    /// <param name="moment">Of which time.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<IReadOnlyList<SubjectSheet>> Register(
        DeskDb db, ReviewShelf shelf, Moment moment, CancellationToken ct = default)
    {
        var subjects = await (await ReviewSubjectView.It.At(db, moment, _ => true, ct)).Read(ct);
        var searches = (await (await ReviewSearchView.It.At(db, moment, _ => true, ct)).Read(ct)).ToLookup(s => s.Subject);
        return [.. subjects.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => SubjectSheet.Of(s, searches[s.Key], shelf, moment.At))];
    }

    /// <summary>One subject; null where there is none of that key, or was none then.</summary>
    public static async Task<SubjectSheet?> Find(
        DeskDb db, ReviewShelf shelf, string key, Moment moment, CancellationToken ct = default)
    {
        var subject = (await (await ReviewSubjectView.It.At(db, moment, s => s.Key == key, ct)).Read(ct)).SingleOrDefault();
        if (subject is null) return null;
        var searches = await (await ReviewSearchView.It.At(db, moment, s => s.Subject == key, ct)).Read(ct);
        return SubjectSheet.Of(subject, searches, shelf, moment.At);
    }

    /// <summary>What was recorded about a subject in the register itself, the newest first.</summary>
    public static async Task<IReadOnlyList<Recorded>> History(DeskDb db, string key, Moment moment, CancellationToken ct = default)
    {
        var stream = Streams.Reviews(key);
        var entries = db.Entries.AsNoTracking().Where(e => e.Stream == stream);
        if (!moment.IsNow) entries = entries.Where(e => e.RecordedAt <= moment.At);
        return [.. (await entries.OrderByDescending(e => e.Position).Take(200).ToListAsync(ct)).Select(Recorded.From)];
    }
}
