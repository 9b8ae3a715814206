using System.Text.Json;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Carrying;

/// <summary>
/// An export that can be taken in: its chain holds and this desk understands all of it. There is no other way to get one, so
/// the command that carries it has nothing left to check but the desk itself.
/// </summary>
public sealed class IntactExport
{
    IntactExport(ReadExport export) => Export = export;

    internal ReadExport Export { get; }
    public string Head => Export.Head;

    /// <summary>Reads at most 100 MB and verifies it, outside the one writer.</summary>
    public static async Task<Outcome<IntactExport>> From(Stream file, CancellationToken ct)
    {
        var read = await ReadExport.From(file, ct);
        return read.Done ? Of(read.Value) : read.Refusal;
    }

    internal static Outcome<IntactExport> Of(ReadExport export)
    {
        if (export.Verify() is Verification.Broken broken) return new ChainBroken(broken.Position, broken.What);
        var wrong = export.Entries.Select(Wrong).FirstOrDefault(w => w is not null);
        return wrong is not null ? wrong : new IntactExport(export);
    }

    /// <summary>In a payload it is written as an escape; behind an odd backslash it is none.</summary>
    static bool HasNul(Entry entry) => entry.RecordedByName.Contains('\0') || entry.Via.Contains('\0')
        || (entry.Payload.AsSpan().IndexOf("\\u0000"u8) >= 0 && Texts(entry.Payload).Any(text => text.Contains('\0')));

    static List<string> Texts(ReadOnlySpan<byte> payload)
    {
        var texts = new List<string>();
        var json = new Utf8JsonReader(payload);
        try
        {
            while (json.Read())
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) texts.Add(json.GetString()!);
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            // What is no JSON is refused below, by its kind.
        }
        return texts;
    }

    /// <summary>Why an entry cannot stand in an incident of this desk. A chain that holds says nothing about who made it up.</summary>
    static Refusal? Wrong(Entry entry)
    {
        if (HasNul(entry)) return new NotKeepable(entry.Position);
        if (!EventNames.Knows(entry.Kind)) return new UnknownKind(entry.Position, entry.Kind);
        var what = EventNames.Recognise(entry.Kind, entry.Payload);
        if (what is null) return new ChainBroken(entry.Position, $"its content does not match the kind {entry.Kind}.");
        if (what is IDeskWide) return new UnknownKind(entry.Position, entry.Kind);
        return what is IncidentDeclared == (entry.Position == 1) ? null
            : new ChainBroken(entry.Position, "the declaration of an incident must be its first entry, and occur once.");
    }
}

/// <summary>It was recorded before a desk refused such texts, on a database that took them.</summary>
public sealed record NotKeepable(int Entry)
    : Refusal.Unreadable($"Nothing was imported. A text of entry {Entry} contains a NUL character (U+0000), which not every database can "
        + "keep. Redact that entry where it was recorded, then export the incident again.");

/// <summary>The file is not what was exported.</summary>
public sealed record ChainBroken(int Entry, string What)
    : Refusal.Unreadable($"Nothing was imported. The export is broken at entry {Entry}: {What} Export the file again at its source.");

/// <summary>The file comes from a newer desk, or holds what has no place in an incident.</summary>
public sealed record UnknownKind(int Entry, string Kind)
    : Refusal.Unreadable($"Nothing was imported. Entry {Entry} is of the kind {Kind}, which this "
        + "desk cannot import into an incident. Update this desk, then import again.");
