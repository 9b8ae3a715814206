using IncidentDesk.Timeline;

namespace IncidentDesk.Assets.Events;

/// <summary>An event after which the incident has other assets, or other knowledge of them; it says how they add up.</summary>
internal interface ITalliesAssets
{
    AssetTally Tally { get; }
}

/// <summary>Assets became part of the incident. Their keys, one a line in the order of their UTF-8 bytes, are the attachment.</summary>
/// <param name="Count">How many keys the attachment holds.</param>
/// <param name="Attachment">SHA-256 of the keys.</param>
/// <param name="Tally">All assets of the incident from here on.</param>
/// <param name="Disclosure">What was known of access then.</param>
/// <param name="Pattern">The glob by which they were chosen, if they were not listed one by one.</param>
[EventName("assets-linked.1"), Telling]
public sealed record AssetsLinked(
    int Count, string Attachment, AssetTally Tally, Disclosure Disclosure, DateTimeOffset? ExposedFrom = null, DateTimeOffset? ExposedTo = null, string? Pattern = null)
    : TimelineEvent, INamesAttachment, ITalliesAssets
{
    public override string Sentence() =>
        $"Linked {Count.Assets()}{AssetSentences.By(Pattern)}{AssetSentences.Window(ExposedFrom, ExposedTo)}. Disclosure: {Disclosure.Words()}.";
}
