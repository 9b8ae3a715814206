using System.Text;
using System.Text.Json;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.Record;

/// <summary>An export whose chain holds around any entries whatever: what somebody with bad intentions would send.</summary>
internal static class Forged
{
    static readonly DateTimeOffset At = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);

    /// <summary>An entry's kind and payload.</summary>
    public sealed record Written(string Kind, byte[] Payload)
    {
        public static implicit operator Written(TimelineEvent what) => new(EventNames.Of(what), EventNames.Write(what));
        public static implicit operator Written((string Kind, string Payload) entry) =>
            new(entry.Kind, Encoding.UTF8.GetBytes(entry.Payload));
    }

    public static string File(params Written[] events) => File([], events);

    public static string File(IReadOnlyList<Attachment> attachments, params Written[] events)
    {
        var entries = Entries(events);
        var origin = Hex(entries[0].PreviousHash);
        return JsonSerializer.Serialize(new ExportFile(ExportFile.Name, ExportFile.Newest, 1, origin, [.. entries.Select(Exported)],
            [.. attachments.Select(a => new ExportedAttachment(a.Hash, Convert.ToBase64String(a.Bytes)))]), Json.Options);
    }

    public static List<Entry> Entries(params Written[] events)
    {
        var entries = new List<Entry>();
        var previous = Chain.NewOrigin(1);
        foreach (var (kind, payload) in events)
        {
            var salt = Chain.NewSalt();
            var envelope = new Envelope(entries.Count + 1, kind, At, At, Guid.Empty,
                "Mallory", "api", false, null, Chain.Commit(salt, payload), previous);
            entries.Add(new()
            {
                Stream = Streams.Incident(1), Incident = 1, Position = envelope.Position,
                Kind = kind, HappenedAt = At, RecordedAt = At, RecordedBy = Guid.Empty,
                RecordedByName = "Mallory", Via = "api", Payload = payload, Salt = salt,
                Commitment = envelope.Commitment, PreviousHash = previous, Hash = Chain.HashOf(envelope),
            });
            previous = entries[^1].Hash;
        }
        return entries;
    }

    static ExportedEntry Exported(Entry e) => new(
        e.Position, e.Kind, e.HappenedAt, e.RecordedAt, e.RecordedBy, e.RecordedByName, e.Via, e.Privileged,
        Encoding.UTF8.GetString(e.Payload), Hex(e.Salt), Hex(e.Commitment), Hex(e.PreviousHash), Hex(e.Hash));

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
