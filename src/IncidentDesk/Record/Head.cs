namespace IncidentDesk.Record;

/// <summary>The last entry of a stream.</summary>
public sealed record Head(int Position, byte[] Hash, DateTimeOffset RecordedAt);

internal static class Heads
{
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
