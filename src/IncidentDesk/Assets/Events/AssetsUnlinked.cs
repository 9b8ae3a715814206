using IncidentDesk.Incidents;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>
/// Assets turned out to be no part of the incident. Their keys, one a line in the order of their
/// UTF-8 bytes, are the attachment.
/// </summary>
[EventName("assets-unlinked.1"), Telling]
public sealed record AssetsUnlinked(
    int Count, string Attachment, AssetTally Tally, [property: Wording] string Reason, [property: Wording] string? Pattern = null)
    : TimelineEvent, INamesAttachment, ITalliesAssets
{
    /// <summary>As in <see cref="AssetsLinked.How"/>.</summary>
    [Wording]
    public string? How { get; init; }

    public override string Sentence() => $"Unlinked {Count.Assets()}{AssetSentences.By(Pattern, How)}: {Reason}";
}
