using System.Data;
using IncidentDesk.Storage;

namespace IncidentDesk.Timeline;

/// <summary>The last entry of a stream.</summary>
public sealed record Head(int Position, byte[] Hash, DateTimeOffset RecordedAt);

internal static class Heads
{
    const string Last = "SELECT Position, Hash, RecordedAt FROM Entries WHERE Stream = @stream ORDER BY Position DESC LIMIT 1";

    /// <summary>The last entry of a stream; null while it has none.</summary>
    public static async Task<Head?> Head(this DeskDb db, string stream, CancellationToken ct)
    {
        await using var row = await db.Command(Last, "@stream").Again(stream).ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        return await row.ReadAsync(ct) ? new Head(row.GetInt32(0), row.GetFieldValue<byte[]>(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero)) : null;
    }

    /// <summary>The same entry in the stream of another desk's number; the hashes do not cover the name of a stream.</summary>
    public static Entry In(this Entry e, string stream) => new()
    {
        Stream = stream, Position = e.Position, Incident = Streams.IncidentOf(stream), Kind = e.Kind,
        HappenedAt = e.HappenedAt, RecordedAt = e.RecordedAt, RecordedBy = e.RecordedBy, RecordedByName = e.RecordedByName, Via = e.Via,
        Privileged = e.Privileged, Supersedes = e.Supersedes, Payload = e.Payload, Salt = e.Salt, RedactedBy = e.RedactedBy,
        Commitment = e.Commitment, PreviousHash = e.PreviousHash, Hash = e.Hash,
    };

    public static Entry ToEntry(this Envelope e, string stream, byte[] payload, byte[] salt) => new()
    {
        Stream = stream, Position = e.Position, Incident = Streams.IncidentOf(stream), Kind = e.Kind,
        HappenedAt = e.HappenedAt, RecordedAt = e.RecordedAt, RecordedBy = e.RecordedBy, RecordedByName = e.RecordedByName, Via = e.Via,
        Privileged = e.Privileged, Supersedes = e.Supersedes, Payload = payload, Salt = salt,
        Commitment = e.Commitment, PreviousHash = e.PreviousHash, Hash = Chain.HashOf(e),
    };
}
