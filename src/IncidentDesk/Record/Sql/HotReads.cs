using System.Data;

namespace IncidentDesk.Record.Sql;

/// <summary>What every command asks, in plain SQL: putting a query together takes longer than answering it.</summary>
internal static class HotReads
{
    /// <summary>The last entry of a stream; null while it has none.</summary>
    public static async Task<Head?> Head(this DeskDb db, string stream, CancellationToken ct)
    {
        var last =
            db.Command("SELECT Position, Hash, RecordedAt FROM Entries WHERE Stream = @stream ORDER BY Position DESC LIMIT 1", "@stream");
        await using var row = await last.Again(stream).ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        return await row.ReadAsync(ct)
            ? new(row.GetInt32(0), row.GetFieldValue<byte[]>(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero))
            : null;
    }
}
