using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Assets.Reaching;

/// <summary>
/// Everything that data flows to from what is linked to an incident, or from where it flows there: counted, and how complete the
/// count is. The linked assets are no part of it; they are where it begins.
/// </summary>
public sealed record BlastRadius
{
    public required int Incident { get; init; }
    public required LineageDirection Direction { get; init; }

    /// <summary>Position of the incident's record as of which assets were linked; the lineage is always that of now.</summary>
    public required int Position { get; init; }

    /// <summary>How many linked assets it begins at.</summary>
    public required int Linked { get; init; }

    /// <summary>How many others it reaches.</summary>
    public required int Total { get; init; }

    /// <summary>How many of those hold data about people, as far as the catalogue says.</summary>
    public required int PeopleData { get; init; }

    /// <summary>Hops to the farthest.</summary>
    public required int Hops { get; init; }
    public required IReadOnlyList<ReachedAt> ByDistance { get; init; }

    public required ReachedGroups ByContainer { get; init; }
    public required ReachedGroups ByOwner { get; init; }

    /// <summary>An asset counts once for each of its labels.</summary>
    public required ReachedGroups ByLabel { get; init; }
    public required ReachedGroups ByPeopleData { get; init; }
    public required ReachedGroups ByReview { get; init; }
    public required ReachedGroups ByKind { get; init; }
    public required Completeness Completeness { get; init; }

    /// <summary>With no more than so many groups of each kind; how many there are still stands beside them.</summary>
    public BlastRadius WithGroups(int most) => this with
    {
        ByContainer = ByContainer.First(most), ByOwner = ByOwner.First(most), ByLabel = ByLabel.First(most),
        ByPeopleData = ByPeopleData.First(most), ByReview = ByReview.First(most), ByKind = ByKind.First(most),
    };

    /// <summary>
    /// Containers for a picture by distance: of each distance the two that have most there, then
    /// whatever is largest; the nearest first.
    /// </summary>
    public IReadOnlyList<ReachedGroup> Telling(int most) => [.. Enumerable.Range(0, Math.Min(Hops, ReachedGroup.MostDistances))
        .SelectMany(hop => ByContainer.Largest.Where(g => g.ByDistance[hop] > 0).OrderByDescending(g => g.ByDistance[hop]).Take(2))
        .Concat(ByContainer.Largest).Distinct().Take(most).OrderBy(g => g.Nearest).ThenByDescending(g => g.Count)];

    public ReachedGroups By(ReachBy by) => by switch
    {
        ReachBy.Owner => ByOwner,
        ReachBy.Label => ByLabel,
        ReachBy.PeopleData => ByPeopleData,
        ReachBy.Review => ByReview,
        ReachBy.Kind => ByKind,
        _ => ByContainer,
    };
}

/// <summary>By what reached assets are counted together.</summary>
public enum ReachBy { Container, Owner, Label, PeopleData, Review, Kind }

/// <param name="Distance">Hops from the nearest linked asset.</param>
/// <param name="PeopleData">How many of them hold data about people.</param>
public sealed record ReachedAt(int Distance, int Count, int PeopleData);

/// <param name="Groups">How many groups there are.</param>
/// <param name="Largest">The largest first, <see cref="Most"/> at most.</param>
public sealed record ReachedGroups(int Groups, IReadOnlyList<ReachedGroup> Largest)
{
    public const int Most = 500;

    public ReachedGroups First(int most) => most >= Largest.Count ? this : this with { Largest = [.. Largest.Take(most)] };
}

/// <param name="Name">Null for those that have none.</param>
/// <param name="PeopleData">How many of them hold data about people.</param>
/// <param name="Nearest">Hops to the nearest of them.</param>
public sealed record ReachedGroup(string? Name, int Count, int PeopleData, int Nearest)
{
    /// <summary>
    /// For containers: how many stand at one hop, at two and so on; the last figure is for
    /// <see cref="MostDistances"/> hops and more.
    /// </summary>
    public IReadOnlyList<int> ByDistance { get; init; } = [];

    public const int MostDistances = 8;
}

/// <summary>An asset within reach, and one of the shortest ways to it.</summary>
/// <param name="Distance">Hops from the nearest linked asset.</param>
/// <param name="Path">Keys from a linked asset to this one, in the direction one goes; both ends are in it.</param>
/// <param name="Gone">No source names it any more.</param>
public sealed record ReachedAsset(
    string Key, AssetKind Kind, string? Container, string? Owner, IReadOnlyList<string> Labels, PeopleData PeopleData, PrivacyReview Review,
    int Distance, IReadOnlyList<string> Path, bool Gone);
