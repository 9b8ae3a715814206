using System.Security.Cryptography;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>
/// Whether a stream is what was recorded. It finds any change before a head that somebody else holds; without such a head, a
/// record that was made up as a whole, or cut off at its end, looks intact.
/// </summary>
public abstract record Verification
{
    /// <summary>Every entry follows from the one before.</summary>
    /// <param name="Head">The hash of the last entry, 64 lower-case hexadecimal digits.</param>
    public sealed record Intact(int Entries, string Head) : Verification;

    /// <summary>The first entry that is not as it was recorded, and what is wrong with it.</summary>
    public sealed record Broken(int Position, string What) : Verification;

    /// <param name="entries">The whole stream in order.</param>
    /// <param name="attachment">Bytes by their name, the SHA-256 in lower-case hexadecimal digits; null when they are not there.</param>
    public static Verification Of(IReadOnlyList<Entry> entries, Func<string, byte[]?> attachment)
    {
        if (entries.Count == 0) return new Broken(1, "there is no entry at all.");
        var redactions = RedactionsIn(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            var wrong = Place(entries, i) ?? Sealed(entries[i]) ?? Payload(entries[i], redactions) ?? Attached(entries[i], attachment);
            if (wrong is not null) return new Broken(i + 1, wrong);
        }
        return new Intact(entries.Count, Convert.ToHexStringLower(entries[^1].Hash));
    }

    static string? Place(IReadOnlyList<Entry> entries, int i)
    {
        if (entries[i].Position != i + 1)
            return $"an entry is missing or out of place; number {entries[i].Position} is where {i + 1} belongs.";
        if (i == 0) return null;
        return entries[i].PreviousHash.AsSpan().SequenceEqual(entries[i - 1].Hash) ? null : "its hash does not match the previous entry.";
    }

    static string? Sealed(Entry e)
    {
        var envelope = new Envelope(e.Position, e.Kind, e.HappenedAt, e.RecordedAt, e.RecordedBy,
            e.RecordedByName, e.Via, e.Privileged, e.Supersedes, e.Commitment, e.PreviousHash);
        return Chain.HashOf(envelope).AsSpan().SequenceEqual(e.Hash) ? null
            : "its envelope (kind, times, person, marks) was changed, or its hash.";
    }

    /// <summary>A payload stands as it was recorded, or as the latest redaction left it; never any other way.</summary>
    static string? Payload(Entry e, Dictionary<int, RedactedEntry> redactions)
    {
        var commitment = Chain.Commit(e.Salt, e.Payload);
        var redaction = redactions.GetValueOrDefault(e.Position);
        if (redaction?.Position != e.RedactedBy)
            return redaction is null
                ? $"it is marked as redacted by entry {e.RedactedBy}, but that entry does not redact it."
                : $"entry {redaction.Position} redacted it, but it is not marked as redacted.";
        if (redaction is null) return commitment.AsSpan().SequenceEqual(e.Commitment) ? null : "its content was changed.";
        return Convert.ToHexStringLower(commitment) == redaction.Commitment ? null
            : $"its content differs from what the redaction in entry {redaction.Position} left.";
    }

    static string? Attached(Entry e, Func<string, byte[]?> attachment)
    {
        if (EventNames.Recognise(e.Kind, e.Payload) is not INamesAttachment { Attachment: var name }) return null;
        return attachment(name) is not { } bytes ? "its attachment is missing."
            : Convert.ToHexStringLower(SHA256.HashData(bytes)) == name ? null : "its attachment was changed.";
    }

    /// <summary>The latest redaction of each position. A payload that cannot be read is no redaction; it fails by its commitment.</summary>
    static Dictionary<int, RedactedEntry> RedactionsIn(IReadOnlyList<Entry> entries)
    {
        var found = new Dictionary<int, RedactedEntry>();
        foreach (var entry in entries)
            if (EventNames.Recognise(entry.Kind, entry.Payload) is EntryRedacted e) found[e.Position] = new(entry.Position, e.Commitment);
        return found;
    }

    sealed record RedactedEntry(int Position, string Commitment);
}
