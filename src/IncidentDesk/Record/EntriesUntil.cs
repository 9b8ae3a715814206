using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

internal static class EntriesUntil
{
    /// <summary>
    /// Up to which position of a stream a reader looks: every one for now, the last of then for a
    /// moment before; 0 when it had none.
    /// </summary>
    public static async Task<int> Until(this DeskDb db, string stream, Moment moment, CancellationToken ct) => moment.IsNow ? int.MaxValue
        : await db.Entries.Where(e => e.Stream == stream && e.RecordedAt <= moment.At).MaxAsync(e => (int?)e.Position, ct) ?? 0;
}
