using IncidentDesk.Record;
using IncidentDesk.Statements.Events;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Statements;

public static class StatementQueries
{
    /// <summary>The statements of one incident in the order in which they were begun, now or as they were known at an instant.</summary>
    public static async Task<IReadOnlyList<Statement>> Of(DeskDb db, int incident, DateTimeOffset? asKnownAt = null, CancellationToken ct = default)
    {
        if (asKnownAt is { } then) return await Known(db, incident, then, ct);
        var statements = await db.Statements.AsNoTracking().Where(s => s.Incident == incident).ToListAsync(ct);
        return [.. statements.OrderBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    public static Task<Statement?> Find(DeskDb db, int incident, string id, CancellationToken ct = default) =>
        db.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Incident == incident && s.Id == id, ct);

    static async Task<IReadOnlyList<Statement>> Known(DeskDb db, int incident, DateTimeOffset then, CancellationToken ct)
    {
        var stream = Streams.Incident(incident);
        var entries = await db.Entries.AsNoTracking()
            .Where(e => e.Stream == stream && e.RecordedAt <= then && Statement.Kinds.Contains(e.Kind)).OrderBy(e => e.Position).ToListAsync(ct);
        var statements = new OrderedDictionary<string, Statement>();
        foreach (var what in entries.Select(Recorded.From))
        {
            var id = ((IAboutStatement)what.Event).Statement;
            statements[id] = Statement.Apply(statements.GetValueOrDefault(id), what)!;
        }
        return [.. statements.Values];
    }
}
