using IncidentDesk.People;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

public static class PauseQueries
{
    /// <summary>What is paused now, the review that is due first at the top; overdue ones lead.</summary>
    public static async Task<IReadOnlyList<Pause>> InForce(DeskDb db, CancellationToken ct = default) => await db.Pauses.AsNoTracking()
        .Where(p => PauseFile.InForce.Contains(p.State)).OrderBy(p => p.ReviewBy).ThenBy(p => p.Key).ToListAsync(ct);

    /// <summary>Other pauses that are not over and reach some of the same targets, by key.</summary>
    public static async Task<IReadOnlyList<Pause>> Overlapping(DeskDb db, string key, IReadOnlyCollection<PauseTarget> targets, CancellationToken ct = default)
    {
        if (targets.Count == 0) return [];
        var others = await db.Pauses.AsNoTracking().Where(p => p.Key != key && p.State != PauseState.Resumed && p.State != PauseState.Withdrawn).OrderBy(p => p.Key).ToListAsync(ct);
        return [.. others.Where(p => p.Targets.Any(theirs => targets.Any(theirs.Meets)))];
    }

    public static async Task<IReadOnlyList<Pause>> SeenRunning(DeskDb db, int incident, CancellationToken ct = default) =>
        await db.Pauses.AsNoTracking().Where(p => p.Incident == incident && p.SeenRunning).OrderBy(p => p.Key).ToListAsync(ct);

    /// <summary>Whom a review can be handed to, by name.</summary>
    public static async Task<IReadOnlyList<Person>> MayReview(DeskDb db, CancellationToken ct = default) =>
        await db.People.AsNoTracking().Where(p => p.Active && (p.Roles & PauseFile.MayPauseOrRule) != 0).OrderBy(p => p.Name).ToListAsync(ct);

    public static Task<Pause?> Find(DeskDb db, string key, CancellationToken ct = default) =>
        db.Pauses.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, ct);

    /// <summary>The pauses of one incident in the order in which they were proposed, now or as they were known at an instant.</summary>
    public static async Task<IReadOnlyList<Pause>> Of(DeskDb db, int incident, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        if (asKnownAt is { } then) return await Known(db, incident, then, ct);
        return await db.Pauses.AsNoTracking().Where(p => p.Incident == incident).OrderBy(p => p.ProposedAt).ThenBy(p => p.Key).ToListAsync(ct);
    }

    /// <summary>All pauses by key, in the given states or in any; <paramref name="after"/> is the last key of the page before.</summary>
    public static async Task<Page<Pause>> List(DeskDb db, IReadOnlyList<PauseState> states, string? after, int limit, CancellationToken ct = default)
    {
        var pauses = db.Pauses.AsNoTracking();
        if (states.Count > 0) pauses = pauses.Where(p => states.Contains(p.State));
        if (after.OrNull() is { } last) pauses = pauses.Where(p => p.Key.CompareTo(last) > 0);
        return Page.Of(await pauses.OrderBy(p => p.Key).Take(Page.Size(limit) + 1).ToListAsync(ct), limit, p => p.Key);
    }

    static async Task<IReadOnlyList<Pause>> Known(DeskDb db, int incident, DateTimeOffset then, CancellationToken ct)
    {
        var stream = Streams.Incident(incident);
        var entries = await db.Entries.AsNoTracking()
            .Where(e => e.Stream == stream && e.RecordedAt <= then && Pause.Kinds.Contains(e.Kind)).OrderBy(e => e.Position).ToListAsync(ct);
        var pauses = new OrderedDictionary<string, Pause>();
        foreach (var what in entries.Select(Recorded.From))
        {
            var key = ((Events.IAboutPause)what.Event).Key;
            if (Pause.Apply(pauses.GetValueOrDefault(key), what) is { } pause) pauses[key] = pause;
        }
        return [.. pauses.Values.OrderBy(p => p.ProposedAt).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }
}
