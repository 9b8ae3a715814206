using System.Collections.Immutable;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>
/// An incident as a file: every entry with its payload to the letter, so that the chain can be verified anywhere. Bytes are
/// lower-case hexadecimal, attachments base64.
/// </summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">1; a reader refuses what it does not know.</param>
/// <param name="Number">The incident's number on the desk that exported it.</param>
/// <param name="Origin">What stands before the first entry; names the incident wherever it is kept.</param>
public sealed record ExportFile(
    string Format, int Version, int Number, string Origin,
    ImmutableArray<ExportedEntry> Entries, ImmutableArray<ExportedAttachment> Attachments)
{
    public const string Name = "incidentdesk.export";
    public const int Newest = 1;

    /// <summary>Larger files are refused unread, in bytes.</summary>
    public const long MostBytes = 100 * 1024 * 1024;
}

/// <summary>One entry; <see cref="Payload"/> is the event's JSON as a string, because its bytes are what the commitment covers.</summary>
public sealed record ExportedEntry(
    int Position, string Kind, DateTimeOffset HappenedAt, DateTimeOffset RecordedAt, Guid RecordedBy, string RecordedByName, string Via,
    bool Privileged, string Payload, string Salt, string Commitment,
    string PreviousHash, string Hash, int? Supersedes = null, int? RedactedBy = null);

/// <param name="Hash">SHA-256 of the bytes.</param>
public sealed record ExportedAttachment(string Hash, string Bytes);
