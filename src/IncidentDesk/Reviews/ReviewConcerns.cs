using IncidentDesk.Assets.Searching;
using IncidentDesk.Pauses;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

/// <summary>Which subjects of the register an incident, a pause or an asset is about.</summary>
public static class ReviewConcerns
{
    /// <summary>What its pauses reach, what linked assets belong to, and what somebody searched for in it; now or as known at a moment.</summary>
    public static async Task<IReadOnlyList<SubjectSheet>> OfIncident(
        DeskDb db, ReviewShelf shelf, int incident, DateTimeOffset now, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        var register = await ReviewQueries.Register(db, shelf, now, asKnownAt, ct);
        if (register.Count == 0) return [];
        var pauses = await PauseQueries.Of(db, incident, asKnownAt, ct);
        var position = asKnownAt is { } then ? await db.PositionAt(Streams.Incident(incident), then, ct) : int.MaxValue;
        var about = new List<SubjectSheet>();
        foreach (var sheet in register)
            if (pauses.Any(p => p.Reaches(sheet.Subject)) || sheet.Searches.Any(s => s.Incident == incident) || await Linked(db, incident, position, sheet.Subject, ct)) about.Add(sheet);
        return about;
    }

    /// <summary>What a pause reaches.</summary>
    public static async Task<IReadOnlyList<SubjectSheet>> OfPause(DeskDb db, ReviewShelf shelf, Pause pause, DateTimeOffset now, DateTimeOffset? asKnownAt = null, CancellationToken ct = default) =>
        [.. (await ReviewQueries.Register(db, shelf, now, asKnownAt, ct)).Where(s => pause.Reaches(s.Subject))];

    /// <summary>What an asset belongs to, by any of its keys.</summary>
    public static async Task<IReadOnlyList<SubjectSheet>> OfAsset(DeskDb db, ReviewShelf shelf, IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken ct = default) =>
        [.. (await ReviewQueries.Register(db, shelf, now, null, ct)).Where(s => keys.Any(s.Subject.Covers))];

    /// <summary>Pauses that are not over and reach the subject, as far as the reader may see them.</summary>
    public static async Task<IReadOnlyList<Pause>> PausesOf(DeskDb db, ReviewSubject subject, CancellationToken ct = default) =>
        [.. (await db.Pauses.AsNoTracking().Where(p => p.State != PauseState.Resumed && p.State != PauseState.Withdrawn).OrderBy(p => p.Key).ToListAsync(ct)).Where(p => p.Reaches(subject))];

    /// <summary>Reads only as far as the first one that belongs to it.</summary>
    static async Task<bool> Linked(DeskDb db, int incident, int position, ReviewSubject subject, CancellationToken ct)
    {
        foreach (var pattern in subject.Assets)
        {
            var begins = pattern[..(pattern.AsSpan().IndexOfAny('*', '?') is >= 0 and var wild ? wild : pattern.Length)];
            var keys = db.AssetLinks.Where(l => l.Incident == incident && l.FromPosition <= position && (l.ToPosition == null || l.ToPosition > position))
                .Join(db.Assets, l => l.AssetId, a => a.Id, (_, a) => a.Key).Where(k => k.StartsWith(begins));
            var matches = NamePattern.Spelled(pattern);
            await foreach (var key in keys.AsAsyncEnumerable().WithCancellation(ct))
                if (matches.Matches(System.Text.Encoding.UTF8.GetBytes(key))) return true;
        }
        return false;
    }
}
