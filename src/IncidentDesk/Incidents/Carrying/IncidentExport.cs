using System.Text;
using System.Text.Json;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>Writes one incident as an <see cref="ExportFile"/>, entry by entry.</summary>
public static class IncidentExport
{
    /// <summary>
    /// Nothing is written when the outcome is a refusal. An export is whole or it proves nothing, so whoever may not read the
    /// privileged entries does not get one without them.
    /// </summary>
    public static async Task<Outcome<Incident>> Write(DeskDb db, Caller caller, int number, Stream to, CancellationToken ct)
    {
        var incident = await db.Incident(number, ct);
        if (!incident.Done) return incident.Refusal;
        var entries = db.Entries.AsNoTracking().Where(e => e.Stream == Streams.Incident(number) && e.Position <= incident.Value.Position);
        var readable = await entries.CountAsync(Privilege.Readable(incident.Value, caller), ct);
        if (readable < incident.Value.Position) return new HoldsPrivileged(incident.Value.Name);

        await using var json = new Utf8JsonWriter(to, new() { Encoder = Json.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("format", ExportFile.Name);
        json.WriteNumber("version", ExportFile.Newest);
        json.WriteNumber("number", number);
        var attachments = await Entries(entries.OrderBy(e => e.Position).AsAsyncEnumerable(), json, ct);
        await Attachments(db, attachments, json, ct);
        json.WriteEndObject();
        await json.FlushAsync(ct);
        return incident.Value;
    }

    static async Task<IReadOnlyCollection<string>> Entries(IAsyncEnumerable<Entry> entries, Utf8JsonWriter json, CancellationToken ct)
    {
        var attachments = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var entry in entries.WithCancellation(ct))
        {
            if (entry.Position == 1)
            {
                json.WriteString("origin", Convert.ToHexStringLower(entry.PreviousHash));
                json.WriteStartArray("entries");
            }
            // Serialising into the writer would flush it synchronously, which an HTTP response forbids.
            json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(Exported(entry), Json.Options), skipInputValidation: true);
            if (Recorded.From(entry).Event is INamesAttachment { Attachment: var name }) attachments.Add(name);
            await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        return attachments;
    }

    static async Task Attachments(DeskDb db, IReadOnlyCollection<string> names, Utf8JsonWriter json, CancellationToken ct)
    {
        json.WriteStartArray("attachments");
        foreach (var name in names)
        {
            var attachment = await db.Attachments.AsNoTracking().SingleAsync(a => a.Hash == name, ct);
            json.WriteStartObject();
            json.WriteString("hash", name);
            json.WriteBase64String("bytes", attachment.Bytes);
            json.WriteEndObject();
            await json.FlushAsync(ct);
        }
        json.WriteEndArray();
    }

    static ExportedEntry Exported(Entry e) => new(
        e.Position, e.Kind, e.HappenedAt, e.RecordedAt, e.RecordedBy, e.RecordedByName, e.Via, e.Privileged,
        Encoding.UTF8.GetString(e.Payload), Hex(e.Salt), Hex(e.Commitment), Hex(e.PreviousHash), Hex(e.Hash), e.Supersedes, e.RedactedBy);

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>There are entries in it that the caller may not read.</summary>
    public sealed record HoldsPrivileged(string Incident)
        : Refusal.Rule($"Nothing was exported. An export of {Incident} would contain entries that you may not read, "
            + "and without them it could not be verified. Ask its commander, legal or privacy role to export it.");
}
