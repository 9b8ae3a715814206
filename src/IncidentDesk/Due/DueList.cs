using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Due;

/// <summary>Clears what is due in a stream before it is replayed; the projections of the rooms set it.</summary>
internal sealed class DueProjection : IProjection
{
    public Task Apply(DeskDb db, Recorded what, CancellationToken ct) => Task.CompletedTask;

    public Task Clear(DeskDb db, string stream, CancellationToken ct) => db.DueItems.Where(d => d.Stream == stream).ExecuteDeleteAsync(ct);
}

internal static class DueList
{
    /// <summary>For projections: sets or moves what is due in the stream of the entry, or ends it where nothing is due any more.</summary>
    public static async Task SetDue(this DeskDb db, Entry entry, string kind, string key, DateTimeOffset? at, CancellationToken ct)
    {
        var was = await db.DueItems.FindAsync([kind, entry.Stream, key], ct);
        if (at is null)
        {
            if (was is not null) db.DueItems.Remove(was);
            return;
        }
        var now = new DueItem { Kind = kind, Stream = entry.Stream, Key = key, Incident = entry.Incident, At = at.Value };
        if (was is null)
        {
            db.DueItems.Add(now);
            return;
        }
        // Ended and set again between two saves, as happens when a stream is replayed.
        if (db.Entry(was).State is EntityState.Deleted) db.Entry(was).State = EntityState.Modified;
        db.Entry(was).CurrentValues.SetValues(now);
    }

    /// <summary>What is due, of kinds that this version knows, and not being done by anybody.</summary>
    public static IQueryable<DueItem> DueNow(this DeskDb db, IReadOnlyList<string> kinds, DateTimeOffset now)
    {
        // A lease from a clock that was ahead holds nobody up for longer than any lease lasts.
        var latest = now + DueLease.Longest;
        var held = db.DueLeases.Where(l => l.Until > now && l.Until <= latest);
        return db.DueItems.AsNoTracking().Where(d => d.At <= now && kinds.Contains(d.Kind)
            && !held.Any(l => l.Kind == d.Kind && l.Stream == d.Stream && l.Key == d.Key && l.At == d.At));
    }
}
