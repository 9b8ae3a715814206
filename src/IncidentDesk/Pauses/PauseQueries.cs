using IncidentDesk.People;
using IncidentDesk.Record;
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

    /// <summary>One pause, now or as it was known at an instant; null where there is none, or was none then.</summary>
    public static async Task<Pause?> Find(DeskDb db, string key, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        var pause = await db.Pauses.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, ct);
        return pause is not null && asKnownAt is { } then ? await PauseHistory.Find(db, pause, then, ct) : pause;
    }

    /// <summary>The pauses of one incident in the order in which they were proposed, now or as they were known at an instant.</summary>
    public static async Task<IReadOnlyList<Pause>> Of(DeskDb db, int incident, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        if (asKnownAt is { } then) return [.. (await PauseHistory.Of(db, incident, then, ct)).OrderBy(p => p.ProposedAt).ThenBy(p => p.Key, StringComparer.Ordinal)];
        return await db.Pauses.AsNoTracking().Where(p => p.Incident == incident).OrderBy(p => p.ProposedAt).ThenBy(p => p.Key).ToListAsync(ct);
    }
}
