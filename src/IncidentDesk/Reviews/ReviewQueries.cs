using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using IncidentDesk.Reviews.Requiring;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

/// <summary>Reading the register. What is required is reckoned by the rules of today, whatever moment is asked for.</summary>
public static class ReviewQueries
{
    /// <summary>Everything in the register by key, at a moment.</summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="shelf">The rules.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="asKnownAt">An earlier moment, if one is asked for.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<IReadOnlyList<SubjectSheet>> Register(
        DeskDb db, ReviewShelf shelf, DateTimeOffset now, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        var subjects = asKnownAt is { } then ? await Known(db, then, ct) : await db.ReviewSubjects.AsNoTracking().ToListAsync(ct);
        var searches = (await db.ReviewSearches.AsNoTracking().ToListAsync(ct)).ToLookup(s => s.Subject);
        return [.. subjects.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => SubjectSheet.Of(s, searches[s.Key], shelf, asKnownAt ?? now))];
    }

    /// <summary>One subject; null where there is none of that key, or was none then.</summary>
    public static async Task<SubjectSheet?> Find(
        DeskDb db, ReviewShelf shelf, string key, DateTimeOffset now, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        var subject = await db.ReviewSubjects.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, ct);
        if (subject is not null && asKnownAt is { } then) subject = await At(db, key, then, ct);
        if (subject is null) return null;
        var searches = await db.ReviewSearches.AsNoTracking().Where(s => s.Subject == key).ToListAsync(ct);
        return SubjectSheet.Of(subject, searches, shelf, asKnownAt ?? now);
    }

    /// <summary>What was recorded about a subject in the register itself, the newest first.</summary>
    public static async Task<IReadOnlyList<Recorded>> History(DeskDb db, string key, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        var stream = Streams.Reviews(key);
        var entries = db.Entries.AsNoTracking().Where(e => e.Stream == stream);
        if (asKnownAt is { } then) entries = entries.Where(e => e.RecordedAt <= then);
        return [.. (await entries.OrderByDescending(e => e.Position).Take(200).ToListAsync(ct)).Select(Recorded.From)];
    }

    static async Task<ReviewSubject?> At(DeskDb db, string key, DateTimeOffset then, CancellationToken ct)
    {
        ReviewSubject? known = null;
        await foreach (var entry in db.EntriesUntil(Streams.Reviews(key), then).WithCancellation(ct)) known = ReviewSubject.Apply(known, entry);
        return known;
    }

    static async Task<List<ReviewSubject>> Known(DeskDb db, DateTimeOffset then, CancellationToken ct)
    {
        var kinds = EventNames.All.Where(k => EventNames.TypeOf(k).IsAssignableTo(typeof(IAboutSubject))).ToArray();
        var entries = await db.Entries.AsNoTracking().Where(e => kinds.Contains(e.Kind) && e.RecordedAt <= then).OrderBy(e => e.Stream).ThenBy(e => e.Position).ToListAsync(ct);
        return [.. entries.GroupBy(e => e.Stream).Select(stream => stream.Select(Recorded.From).Aggregate((ReviewSubject?)null, ReviewSubject.Apply)).OfType<ReviewSubject>()];
    }
}
