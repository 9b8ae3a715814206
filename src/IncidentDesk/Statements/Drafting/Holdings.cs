using System.Collections.Immutable;
using IncidentDesk.Assets;

namespace IncidentDesk.Statements.Drafting;

/// <summary>What is known of the data holdings (assets) of an incident, as far as a statement needs it.</summary>
public sealed record Holdings
{
    public static readonly Holdings None = new();

    public int Count => By.Values.Sum();

    /// <summary>How many stand in which disclosure state.</summary>
    public ImmutableSortedDictionary<Disclosure, int> By { get; init; } = ImmutableSortedDictionary<Disclosure, int>.Empty;
    public ImmutableArray<(AssetKind Kind, int Count)> Kinds { get; init; } = [];

    /// <summary>The earliest and the latest instant at which one of them could be opened; null while that is not known for each.</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    public int In(Disclosure state) => By.GetValueOrDefault(state);
}
