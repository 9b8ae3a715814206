using System.Text;
using System.Text.Json;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>
/// An export that was read from a file. Its entries stand as they came; <see cref="Verify"/>
/// says whether they are intact.
/// </summary>
public sealed class ReadExport
{
    static readonly JsonSerializerOptions Strict = new(Json.Options)
    {
        AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true
    };

    readonly Dictionary<string, byte[]> _attachments;

    ReadExport(ExportFile file)
    {
        Number = file.Number;
        Origin = file.Origin;
        Entries = [.. file.Entries.Select(e => EntryOf(e, file.Number))];
        _attachments = file.Attachments.ToDictionary(a => a.Hash, a => Bytes64(a.Bytes));
    }

    public int Number { get; }
    public string Name => Incident.NameOf(Number);

    /// <summary>Names the incident wherever it is kept; 64 lower-case hexadecimal digits.</summary>
    public string Origin { get; }
    public IReadOnlyList<Entry> Entries { get; }
    public IEnumerable<Attachment> Attachments => _attachments.Values.Select(Attachment.Of);
    public string Head => Convert.ToHexStringLower(Entries[^1].Hash);

    /// <summary>Reads the whole file, at most 100 MB; refused when it is no export.</summary>
    public static async Task<Outcome<ReadExport>> From(Stream file, CancellationToken ct)
    {
        var bounded = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = await file.ReadAsync(chunk, ct)) > 0;)
        {
            if (bounded.Length + read > ExportFile.MostBytes) return new Refusal.TooLarge("The export", "100 MB");
            bounded.Write(chunk, 0, read);
        }
        return Parse(bounded.GetBuffer().AsSpan(0, (int)bounded.Length));
    }

    public static Outcome<ReadExport> Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ExportFile>(utf8, Strict);
            if (file?.Format != ExportFile.Name) return new NotAnExport("It is not marked as one.");
            if (file.Version != ExportFile.Newest)
                return new NotAnExport($"It has version {file.Version}; this program reads version {ExportFile.Newest}.");
            if (file.Entries.IsDefaultOrEmpty || file.Attachments.IsDefault) return new NotAnExport("It contains no entries.");
            return new ReadExport(file);
        }
        catch (JsonException broken)
        {
            return new NotAnExport(IsJson(utf8) is { } root ? Strange(root, broken.Path)
                : $"It cannot be read as JSON from line {broken.LineNumber + 1 ?? 1} on; it may be cut off.");
        }
        catch (Exception odd) when (odd is FormatException or ArgumentException)
        {
            return new NotAnExport("A hash, a salt or an attachment in it has the wrong format.");
        }
    }

    /// <summary>What the file begins with, when all of it is JSON.</summary>
    static JsonTokenType? IsJson(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (!reader.Read()) return null;
            var root = reader.TokenType;
            while (reader.Read()) { }
            return root;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Strange(JsonTokenType root, string? path) => root != JsonTokenType.StartObject || path is null or "$" or ""
        ? "It is JSON, but lacks what an export begins with."
        : $"It is JSON, but {path} is not what belongs there in an export.";

    /// <summary>The chain, the attachments, and that the file says of itself what the chain says.</summary>
    public Verification Verify()
    {
        var verified = Verification.Of(Entries, _attachments.GetValueOrDefault);
        if (verified is Verification.Broken) return verified;
        if (Origin != Convert.ToHexStringLower(Entries[0].PreviousHash))
            return new Verification.Broken(1, "the origin in the file differs from this entry.");
        if (Number != NumberInForce())
            return new Verification.Broken(1, $"the file says {Name}, its entries say {Incident.NameOf(NumberInForce())}.");
        if (_attachments.Keys.Except(Named()).FirstOrDefault() is { } stray)
            return new Verification.Broken(Entries.Count, $"the file contains an attachment that no entry names: {stray}");
        return verified;
    }

    /// <summary>The number is sealed in the origin, and again by each import.</summary>
    int NumberInForce() => Events.OfType<IncidentImported>().Select(e => e.Number)
        .LastOrDefault(Chain.NumberIn(Entries[0].PreviousHash));

    IEnumerable<TimelineEvent?> Events => Entries.Select(e => EventNames.Recognise(e.Kind, e.Payload));

    IEnumerable<string> Named() => Events.OfType<INamesAttachment>().Select(e => e.Attachment);

    static Entry EntryOf(ExportedEntry e, int number) => new()
    {
        Stream = Streams.Incident(number), Incident = number, Position = e.Position,
        Kind = e.Kind, HappenedAt = e.HappenedAt.ToUniversalTime(),
        RecordedAt = e.RecordedAt.ToUniversalTime(), RecordedBy = e.RecordedBy,
        RecordedByName = e.RecordedByName, Via = e.Via, Privileged = e.Privileged,
        Supersedes = e.Supersedes, RedactedBy = e.RedactedBy, Payload = Encoding.UTF8.GetBytes(e.Payload), Salt = Bytes(e.Salt),
        Commitment = Bytes(e.Commitment), PreviousHash = Bytes(e.PreviousHash), Hash = Bytes(e.Hash),
    };

    static byte[] Bytes(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        return Convert.ToHexStringLower(bytes) == hex ? bytes : throw new FormatException();
    }

    static byte[] Bytes64(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        return Convert.ToBase64String(bytes) == base64 ? bytes : throw new FormatException();
    }
}

/// <summary>The file is something else, damaged, or newer than this desk.</summary>
public sealed record NotAnExport(string Because)
    : Refusal.Unreadable("Nothing was imported. The file is not a complete export of an incident. "
        + $"{Because} Export the incident again and send that file unchanged.");
