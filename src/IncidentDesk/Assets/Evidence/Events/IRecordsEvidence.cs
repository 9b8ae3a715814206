using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>An event that puts evidence about linked assets on record.</summary>
internal interface IRecordsEvidence : INamesAttachment
{
    EvidenceKind About { get; }

    /// <summary>Position of the entry whose evidence this one corrects and ends.</summary>
    int? Replaces { get; }

    /// <summary>The words, each set of them once.</summary>
    IReadOnlyList<EvidencePart> Parts { get; }

    /// <summary>What it says of each asset, from the bytes of its attachment.</summary>
    IEnumerable<(int Part, EvidenceKeyLine Line)> Lines(byte[] attachment);
}

/// <summary>An <see cref="EvidenceLine"/> before its asset was looked up.</summary>
internal readonly record struct EvidenceKeyLine(string Key, DateTimeOffset? From, DateTimeOffset? To, Figure Figure);

/// <summary>Attachments that hold nothing but keys, one a line: the event says the same of all of them.</summary>
internal static class SameOfAll
{
    public static IEnumerable<(int Part, EvidenceKeyLine Line)> Keys(
        byte[] attachment, DateTimeOffset? from, DateTimeOffset? to, Figure figure = default) =>
        System.Text.Encoding.UTF8.GetString(attachment).Split('\n').Select(key => (0, new EvidenceKeyLine(key, from, to, figure)));

    /// <summary>" matching hive://*", " from a list".</summary>
    public static string Chosen(int count, string? pattern) => $"{count.Assets()}{IncidentDesk.Assets.Events.AssetSentences.By(pattern)}";

    public static string Instead(int? replaces) => replaces is { } position ? $" This replaces entry #{position}." : "";
}
