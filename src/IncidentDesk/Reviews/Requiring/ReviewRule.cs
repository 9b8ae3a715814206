using System.Collections.Immutable;
using IncidentDesk.Assets;

namespace IncidentDesk.Reviews.Requiring;

/// <summary>A kind of review that this desk knows.</summary>
/// <param name="Id">A slug; recorded reviews name it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Meaning">What it looks at, in one sentence.</param>
public sealed record ReviewKind(string Id, string Name, string Meaning);

/// <summary>For which things a kind of review is required. What is left empty asks for nothing.</summary>
/// <param name="Kinds">Kinds of thing.</param>
/// <param name="Labels">Each item is a list of alternatives; of every item one label must be there.</param>
/// <param name="PeopleData">Whether it holds data about people.</param>
/// <param name="Requires">Id of a <see cref="ReviewKind"/>.</param>
/// <param name="Why">One sentence for whoever asks.</param>
/// <param name="Source">The law or the house rule behind it.</param>
public sealed record ReviewRule(
    string Id, string Name, ImmutableArray<AssetKind> Kinds,
    ImmutableArray<ImmutableArray<string>> Labels, ImmutableArray<PeopleData> PeopleData,
    string Requires, string Why, string Source)
{
    /// <summary>
    /// Whether the rule asks for its review of such a thing; null when only unknown data about
    /// people stands between yes and no.
    /// </summary>
    public bool? Fits(AssetKind kind, IReadOnlyCollection<string> labels, PeopleData people)
    {
        if (!Kinds.IsEmpty && !Kinds.Contains(kind)) return false;
        if (!Labels.All(any => any.Any(l => labels.Contains(l, StringComparer.OrdinalIgnoreCase)))) return false;
        return PeopleData.IsEmpty || PeopleData.Contains(people) ? true : people is IncidentDesk.Assets.PeopleData.Unknown ? null : false;
    }
}
