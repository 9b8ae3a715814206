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

    /// <summary>A token in force, of somebody who is active, by its hash; when it expires is the caller's to look at.</summary>
    public static async Task<TokenInForce?> Token(this DeskDb db, string hash, CancellationToken ct)
    {
        var found = await db.Rows("""
            SELECT t.Id, t.Person, t.Name, t.Roles, t.ExpiresAt, u.Day FROM Tokens t JOIN People p ON p.Id = t.Person AND p.Active LEFT JOIN TokenUses u ON u.Token = t.Id
            WHERE t.Hash = @hash AND t.RevokedAt IS NULL
            """, row => new TokenInForce(row.GetGuid(0), row.GetGuid(1), row.GetString(2), (Roles)row.GetInt32(3),
            row.IsDBNull(4) ? null : new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero), row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5)), ct, ("@hash", hash));
        return found is [var token] ? token : null;
    }
}

/// <param name="LastUsed">The last day (UTC) on which a use was noted.</param>
internal sealed record TokenInForce(Guid Id, Guid Person, string Name, Roles Roles, DateTimeOffset? ExpiresAt, DateOnly? LastUsed);
