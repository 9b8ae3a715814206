using IncidentDesk.Incidents;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>
/// More became known of linked assets: when they were exposed, or what is known of access. What is not given stays as it was,
/// unless the window was cleared first. The keys of those it changed are the attachment.
/// </summary>
[EventName("exposure-set.1"), Telling]
public sealed record ExposureSet(
    int Count, string Attachment, AssetTally Tally, DateTimeOffset? ExposedFrom = null,
    DateTimeOffset? ExposedTo = null, Disclosure? Disclosure = null,
    bool WindowCleared = false, [property: Wording] string? Pattern = null) : TimelineEvent, INamesAttachment, ITalliesAssets
{
    /// <summary>As in <see cref="AssetsLinked.How"/>.</summary>
    [Wording]
    public string? How { get; init; }

    public override string Sentence()
    {
        var window = AssetSentences.Window(ExposedFrom, ExposedTo);
        var cleared = WindowCleared && window.Length == 0 ? ", exposure window cleared" : "";
        var disclosure = Disclosure is { } d ? $". Disclosure: {d.Words()}" : "";
        return $"Recorded for {Count.Assets()}{AssetSentences.By(Pattern, How)}{window}{cleared}{disclosure}.";
    }
}
