using System.Data;
using System.Globalization;
using IncidentDesk.People;
using IncidentDesk.Timeline;

namespace IncidentDesk.Storage;

/// <summary>What nearly every command asks, in plain SQL: putting a query together takes longer than answering these.</summary>
internal static class HotReads
{
    /// <summary>The last entry of a stream; null while it has none.</summary>
    public static async Task<Head?> Head(this DeskDb db, string stream, CancellationToken ct)
    {
        var last = db.Command("SELECT Position, Hash, RecordedAt FROM Entries WHERE Stream = @stream ORDER BY Position DESC LIMIT 1", "@stream");
        await using var row = await last.Again(stream).ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        return await row.ReadAsync(ct) ? new(row.GetInt32(0), row.GetFieldValue<byte[]>(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero)) : null;
    }

    /// <summary>The number of the next incident. Private ones count, too: a number is given once.</summary>
    public static async Task<int> NextNumber(this DeskDb db, CancellationToken ct) =>
        Convert.ToInt32(await db.Command("SELECT coalesce(max(Number), 0) + 1 FROM Incidents").ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);

    /// <summary>Name and roles in force of somebody who is active; nothing of anybody else.</summary>
    public static async Task<(string Name, Roles Roles)?> Active(this DeskDb db, Guid person, CancellationToken ct)
    {
        var found = await db.Rows("SELECT Name, Roles FROM People WHERE Id = @id AND Active", row => (row.GetString(0), (Roles)row.GetInt32(1)), ct, ("@id", person));
        return found is [var active] ? active : null;
    }
}
