namespace IncidentDesk.Assets.Searching;

/// <summary>How what was found divides, by each thing one can narrow it by. Of owners, labels and containers the most frequent.</summary>
public sealed record Facets(
    IReadOnlyList<Facet<AssetKind>> Kinds, IReadOnlyList<Facet<PeopleData>> PeopleData,
    IReadOnlyList<Facet<PrivacyReview>> Reviews, IReadOnlyList<Facet<string>> Owners,
    IReadOnlyList<Facet<string>> Labels, IReadOnlyList<Facet<string>> Containers, int Gone)
{
    /// <summary>So many owners, labels and containers are named at most.</summary>
    public const int Most = 12;
}

/// <param name="Count">How many of those found say so; with labels and owners an asset can count under several.</param>
public sealed record Facet<T>(T Value, int Count);

/// <summary>Counts while a search goes over its rows.</summary>
internal sealed class FacetCount
{
    readonly int[] _kinds = new int[256], _people = new int[256], _reviews = new int[256];
    readonly Dictionary<string, int> _owners = new(StringComparer.Ordinal),
        _labels = new(StringComparer.Ordinal), _containers = new(StringComparer.Ordinal);
    int _gone;

    /// <summary>A counter for the rows of one segment; the counts come together when it is done with.</summary>
    public Rows Of(NameSegment segment, byte[]? reviewed) => new(this, segment, reviewed);

    public Facets All() => new(Words<AssetKind>(_kinds), Words<PeopleData>(_people),
        Words<PrivacyReview>(_reviews), Top(_owners), Top(_labels), Top(_containers), _gone);

    static List<Facet<T>> Words<T>(int[] counts) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new Facet<T>(v, counts[Convert.ToInt32(v, null)]))
            .Where(f => f.Count > 0).OrderByDescending(f => f.Count)];

    static List<Facet<string>> Top(Dictionary<string, int> counts) =>
        [.. counts.Select(c => new Facet<string>(c.Key, c.Value)).OrderByDescending(f => f.Count)
            .ThenBy(f => f.Value, StringComparer.Ordinal).Take(Facets.Most)];

    internal sealed class Rows(FacetCount all, NameSegment segment, byte[]? reviewed)
    {
        readonly int[] _owners = new int[segment.Owners.Sets],
            _labels = new int[segment.Labels.Sets], _containers = new int[segment.Containers.Sets];

        public void Add(int row)
        {
            var traits = segment.Traits[row];
            all._kinds[traits.Kind]++;
            all._people[traits.People]++;
            all._reviews[traits.ReviewBy(reviewed, segment.Ids[row])]++;
            if (traits.Flags.HasFlag(TraitFlags.Gone)) all._gone++;
            _owners[segment.Owners.Said(row)]++;
            _labels[segment.Labels.Said(row)]++;
            _containers[segment.Containers.Said(row)]++;
        }

        public void Done()
        {
            segment.Owners.Count(_owners, all._owners);
            segment.Labels.Count(_labels, all._labels);
            segment.Containers.Count(_containers, all._containers);
        }
    }
}
