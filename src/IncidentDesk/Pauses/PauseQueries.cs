using IncidentDesk.People;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

public static class PauseQueries
{
    /// <summary>What is paused, the re-check that is due first at the top; overdue ones lead.</summary>
    public static async Task<IReadOnlyList<Pause>> InForce(DeskDb db, Moment moment, CancellationToken ct = default)
    {
        var pauses = await PauseView.It.At(db, moment, _ => true, ct);
        var inForce = await pauses.Where(p => PauseFile.InForce.Contains(p.State)).Read(ct);
        return [.. inForce.OrderBy(p => p.ReviewBy).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>Other pauses that are not over and reach some of the same targets, by key.</summary>
    public static async Task<IReadOnlyList<Pause>> Overlapping(
        DeskDb db, string key, IReadOnlyCollection<PauseTarget> targets, CancellationToken ct = default)
    {
        if (targets.Count == 0) return [];
        var others = await db.Pauses.AsNoTracking()
            .Where(p => p.Key != key && p.State != PauseState.Resumed && p.State != PauseState.Withdrawn)
            .OrderBy(p => p.Key).ToListAsync(ct);
        return [.. others.Where(p => p.Targets.Any(theirs => targets.Any(theirs.Meets)))];
    }

    public static async Task<IReadOnlyList<Pause>> SeenRunning(DeskDb db, int incident, CancellationToken ct = default) =>
        await db.Pauses.AsNoTracking().Where(p => p.Incident == incident && p.SeenRunning).OrderBy(p => p.Key).ToListAsync(ct);

    /// <summary>Whom a re-check can be handed to, by name.</summary>
    public static async Task<IReadOnlyList<Person>> MayRecheck(DeskDb db, CancellationToken ct = default) =>
        await db.People.AsNoTracking().Where(p => p.Active && (p.Roles & PauseFile.MayPauseOrRule) != 0)
            .OrderBy(p => p.Name).ToListAsync(ct);

    /// <summary>One pause as it stands; null where there is none for this reader.</summary>
    public static Task<Pause?> Find(DeskDb db, string key, CancellationToken ct = default) =>
        db.Pauses.AsNoTracking().SingleOrDefaultAsync(p => p.Key == key, ct);

    /// <summary>One pause at a moment; null where there is none, or was none then.</summary>
    public static async Task<Pause?> At(DeskDb db, string key, Moment moment, CancellationToken ct = default) =>
        await Find(db, key, ct) is { } pause ? await PauseView.It.At(db, pause, moment, ct) : null;

    /// <summary>The pauses of one incident in the order in which they were proposed.</summary>
    public static async Task<IReadOnlyList<Pause>> Of(DeskDb db, int incident, Moment moment, CancellationToken ct = default)
    {
        var pauses = await (await PauseView.It.At(db, moment, p => p.Incident == incident, ct)).Read(ct);
        return [.. pauses.OrderBy(p => p.ProposedAt).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }
}
