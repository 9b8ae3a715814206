using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>What was known at an instant: folds of the entries that had been recorded by then.</summary>
public static class IncidentHistory
{
    /// <summary>
    /// The incident as known at that instant, its <see cref="Incident.Position"/> the last entry of then. Refused as not found when
    /// it had not been declared.
    /// </summary>
    public static async Task<Outcome<Incident>> At(DeskDb db, int number, DateTimeOffset instant, CancellationToken ct)
    {
        var visible = await db.Incident(number, ct);
        if (!visible.Done) return visible.Refusal;
        if (visible.Value.ChangedAt <= instant) return visible.Value;

        Incident? known = null;
        await foreach (var entry in db.EntriesUntil(Streams.Incident(number), instant).WithCancellation(ct)) known = Incident.Apply(known, entry);
        return known is not null ? known : NotYet(number, instant);
    }

    /// <summary>Every incident that its reader sees and that had been declared by then, the worst first.</summary>
    public static async Task<IReadOnlyList<Incident>> All(DeskDb db, DateTimeOffset instant, CancellationToken ct)
    {
        var known = new List<Incident>();
        foreach (var incident in await db.Incidents.AsNoTracking().ToListAsync(ct))
            if (incident.ChangedAt <= instant) known.Add(incident);
            else if ((await At(db, incident.Number, instant, ct)).Value is { } then) known.Add(then);
        return [.. known.OrderBy(i => i.Severity).ThenByDescending(i => i.Number)];
    }

    /// <summary>The entries of a stream that had been recorded by that instant, in order, for any fold.</summary>
    public static IAsyncEnumerable<Recorded> EntriesUntil(this DeskDb db, string stream, DateTimeOffset instant) =>
        db.Entries.AsNoTracking().Where(e => e.Stream == stream && e.RecordedAt <= instant).OrderBy(e => e.Position)
            .AsAsyncEnumerable().Select(Recorded.From);

    /// <summary>The last position of a stream at that instant; 0 when it had none.</summary>
    public static async Task<int> PositionAt(this DeskDb db, string stream, DateTimeOffset instant, CancellationToken ct) =>
        await db.Entries.Where(e => e.Stream == stream && e.RecordedAt <= instant).MaxAsync(e => (int?)e.Position, ct) ?? 0;

    internal static Refusal NotYet(int number, DateTimeOffset instant) =>
        new Refusal.NotFound($"incident {Incident.NameOf(number)} as known at {Instants.Say(instant)}");
}
