using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses;

/// <summary>Pauses as they were known at an instant: folds of the entries that had been recorded by then.</summary>
internal static class PauseHistory
{
    /// <summary>Every pause that its reader sees, in the order in which each stream began to speak of it.</summary>
    public static Task<IReadOnlyList<Pause>> All(DeskDb db, DateTimeOffset then, CancellationToken ct) =>
        Folded(db.Entries.Where(e => e.RecordedAt <= then), ct);

    public static Task<IReadOnlyList<Pause>> Of(DeskDb db, int incident, DateTimeOffset then, CancellationToken ct) => In(db, Streams.Incident(incident), then, ct);

    /// <summary>Null where the pause had not been proposed by then.</summary>
    public static async Task<Pause?> Find(DeskDb db, Pause pause, DateTimeOffset then, CancellationToken ct) =>
        (await In(db, Streams.Pause(pause.Key, pause.Incident), then, ct)).SingleOrDefault(p => p.Key == pause.Key);

    static Task<IReadOnlyList<Pause>> In(DeskDb db, string stream, DateTimeOffset then, CancellationToken ct) =>
        Folded(db.Entries.Where(e => e.Stream == stream && e.RecordedAt <= then), ct);

    static async Task<IReadOnlyList<Pause>> Folded(IQueryable<Entry> entries, CancellationToken ct)
    {
        var about = entries.AsNoTracking().Where(e => Pause.Kinds.Contains(e.Kind)).OrderBy(e => e.Stream).ThenBy(e => e.Position);
        var pauses = new OrderedDictionary<string, Pause>();
        await foreach (var what in about.AsAsyncEnumerable().Select(Recorded.From).WithCancellation(ct))
        {
            var key = ((IAboutPause)what.Event).Key;
            if (Pause.Apply(pauses.GetValueOrDefault(key), what) is { } pause) pauses[key] = pause;
        }
        return [.. pauses.Values];
    }
}
