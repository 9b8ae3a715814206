using System.Collections.Immutable;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Reviews;

namespace IncidentDesk.Overview.Sheets;

/// <summary>Everything the desk knows of one asset, as one reader may know it.</summary>
public sealed record AssetSheet
{
    public required string Key { get; init; }

    /// <summary>The name it was asked for by, where that is another one.</summary>
    public string? AskedAs { get; init; }
    public required AssetKind Kind { get; init; }

    /// <summary>Lower-case; null for production.</summary>
    public string? Environment { get; init; }
    public string? Container { get; init; }

    /// <summary>The first of the owners.</summary>
    public string? Owner { get; init; }
    public required ImmutableArray<AssetOwner> Owners { get; init; }

    /// <summary>
    /// Their values alone; <see cref="LabelDetails"/> says whose they are, on which column, and
    /// whether they came along lineage.
    /// </summary>
    public required IReadOnlyList<string> Labels { get; init; }
    public required ImmutableArray<AssetLabel> LabelDetails { get; init; }
    public required PeopleData PeopleData { get; init; }
    public required PrivacyReview Review { get; init; }
    public long? Rows { get; init; }
    public long? Bytes { get; init; }

    /// <summary>When it was last read or written, UTC.</summary>
    public DateTimeOffset? LastAccess { get; init; }

    /// <summary>Since when no source names it any more, UTC.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The import that last changed it, and when, UTC.</summary>
    public required string Source { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>Every name it goes by, its own key first; keys of assets that were merged into it among them.</summary>
    public required IReadOnlyList<AssetName> Names { get; init; }
    public required IReadOnlyList<AssetSource> Sources { get; init; }
    public required Neighbours Upstream { get; init; }
    public required Neighbours Downstream { get; init; }

    /// <summary>
    /// The instant, UTC, at which incidents, pauses and reviews are told as they were known; all else
    /// is always today's. Null for now.
    /// </summary>
    public DateTimeOffset? AsKnownAt { get; init; }
    public required IReadOnlyList<AssetIncident> Incidents { get; init; }

    /// <summary>The pauses of these incidents.</summary>
    public required IReadOnlyList<Pause> Pauses { get; init; }

    /// <summary>What the register of reviews knows of it; null where an earlier time is told of.</summary>
    public AssetReviews? Reviews { get; init; }
}

/// <summary>A catalogue that names the asset, or did.</summary>
/// <param name="ImportedAt">When it was last imported to its end, UTC.</param>
/// <param name="Gone">It names the asset no more.</param>
public sealed record AssetSource(string Name, string? Format, DateTimeOffset? ImportedAt, bool Gone);

/// <summary>What is one hop away.</summary>
/// <param name="Count">How many there are; <paramref name="Items"/> holds the first of them, in the order of their keys.</param>
public sealed record Neighbours(int Count, IReadOnlyList<Neighbour> Items);

/// <param name="Jobs">Keys of the jobs between, where one was named.</param>
public sealed record Neighbour(
    string Key, AssetKind Kind, string? Owner, PeopleData PeopleData, DateTimeOffset? GoneAt, IReadOnlyList<string> Jobs);

/// <summary>An incident that the asset is or was part of, as known when it is told.</summary>
/// <param name="Linked">Whether it is part of it, not only was.</param>
/// <param name="Readers">The groups that could read it.</param>
/// <param name="Finding">What the evidence comes to; null where it is linked no more.</param>
public sealed record AssetIncident(
    int Number, string Title, Severity Severity, IncidentStatus Status, bool Linked,
    DateTimeOffset? ExposedFrom, DateTimeOffset? ExposedTo, Disclosure Disclosure,
    IReadOnlyList<string> Readers, AccessAssessment? Finding, string? Why, string? Contradiction)
{
    public string Name => Incident.NameOf(Number);
}
