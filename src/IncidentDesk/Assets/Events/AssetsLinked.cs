using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Events;

/// <summary>Assets became part of the incident. Their keys, one a line in the order of their UTF-8 bytes, are the attachment.</summary>
/// <param name="Count">How many keys the attachment holds.</param>
/// <param name="Attachment">SHA-256 of the keys.</param>
/// <param name="Tally">All assets of the incident from here on.</param>
/// <param name="Disclosure">What was known of access then.</param>
/// <param name="Pattern">The glob by which they were chosen, if they were not listed one by one.</param>
[EventName("assets-linked.1"), Telling]
public sealed record AssetsLinked(
    int Count, string Attachment, AssetTally Tally, Disclosure Disclosure, DateTimeOffset? ExposedFrom = null,
    DateTimeOffset? ExposedTo = null, [property: Wording] string? Pattern = null)
    : TimelineEvent, INamesAttachment, ITalliesAssets
{
    /// <summary>The way along the lineage on which they were found, if they were.</summary>
    public ReachedBy? Reached { get; init; }

    /// <summary>By what else they were chosen, in words; null for a pattern alone and for a list.</summary>
    [Wording]
    public string? How { get; init; }

    /// <summary>What was searched for, if they were found by a search; by value, as a saved search can change.</summary>
    public AssetFilter? Filter { get; init; }

    public override string Sentence() =>
        "Linked " + $"{Count.Assets()}{AssetSentences.By(Pattern, How)}{Reached?.Words}{AssetSentences.Window(ExposedFrom, ExposedTo)}. "
            + $"Disclosure: {Disclosure.Words()}.";
}

/// <summary>Along the lineage, from what was linked before.</summary>
/// <param name="Hops">At most so many; null for as far as it went.</param>
/// <param name="OnlyPeopleData">Only what the catalogue said to hold data about people.</param>
public sealed record ReachedBy(LineageDirection Direction, int? Hops, bool OnlyPeopleData)
{
    internal string Words => $" {Direction.Spelled()} of the linked assets"
        + $"{(Hops is { } hops ? $", at most {hops:N0} {(hops == 1 ? "hop" : "hops")} away" : "")}"
        + $"{(OnlyPeopleData ? ", only with data about people" : "")}";
}
