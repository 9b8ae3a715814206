using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Assets.Reaching;

/// <summary>How far to look. Every limit that ends the search stands in the answer's <see cref="Completeness"/>.</summary>
public sealed record ReachWanted
{
    /// <summary>A size above which no further step is taken; larger than any catalogue met so far.</summary>
    public const int UsualMost = 5_000_000;
    public const int UsualOldAfterDays = 30;

    /// <summary>The farthest that a distance can say.</summary>
    public const int MostDepth = Reach.MostHops;

    public static readonly ReachWanted Usual = new();

    public LineageDirection Direction { get; init; }

    /// <summary>At most so many hops; null for as far as it goes.</summary>
    public int? Depth { get; init; }
    public int Most { get; init; } = UsualMost;

    /// <summary>Whether assets and edges that no source names any more are followed too.</summary>
    public bool WithGone { get; init; }

    /// <summary>A source last imported longer ago than so many days is named as old.</summary>
    public int OldAfterDays { get; init; } = UsualOldAfterDays;
}

/// <summary>Which of the reached assets to list; what is not set does not narrow.</summary>
public sealed record ReachFilter
{
    public int? Distance { get; init; }
    public AssetKind? Kind { get; init; }
    public string? Container { get; init; }
    public string? Owner { get; init; }
    public string? Label { get; init; }
    public PeopleData? PeopleData { get; init; }
    public PrivacyReview? Review { get; init; }
}
