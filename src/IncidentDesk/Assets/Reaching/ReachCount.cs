using System.Text.Json;
using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Assets.Reaching;

/// <summary>Counts what a search reached in one go through memory, by everything one may want to know of it at once.</summary>
internal sealed class ReachCount
{
    readonly LineageGraph _graph;
    readonly Sum[] _containers, _owners, _labels, _kinds = new Sum[256], _people = new Sum[256], _reviews = new Sum[256];
    readonly List<Sum> _distances = [];

    public ReachCount(LineageGraph graph, Reach reach)
    {
        _graph = graph;
        (_containers, _owners, _labels, Sources) = (new Sum[graph.Words.Count + 1],
            new Sum[graph.Words.Count + 1], new Sum[graph.Words.Count + 1], new int[graph.Words.Count + 1]);
        for (var node = 0; node < graph.Nodes; node++)
            if (reach.Has(node)) Add(reach.Distance[node], graph.Facts[node]);
    }

    /// <summary>How many assets each source was the last to describe, those that were begun at included.</summary>
    public int[] Sources { get; }
    public int Stubs => _kinds[(int)AssetKind.Stub].Count;
    public int PeopleData => _people[(int)Assets.PeopleData.Yes].Count;
    public IReadOnlyList<ReachedAt> ByDistance => [.. _distances.Select((s, i) => new ReachedAt(i + 1, s.Count, s.People))];
    public ReachedGroups ByOwner => Groups(_owners, number => _graph.Words[number]);
    public ReachedGroups ByKind => Groups(_kinds, number => ((AssetKind)number).Spelled());
    public ReachedGroups ByPeopleData => Groups(_people, number => ((PeopleData)number).Spelled());
    public ReachedGroups ByReview => Groups(_reviews, number => ((PrivacyReview)number).Spelled());

    public ReachedGroups ByLabel
    {
        get
        {
            var labels = new Dictionary<string, Sum>();
            var none = default(Sum);
            for (var set = 0; set < _labels.Length; set++)
            {
                if (_labels[set].Count == 0) continue;
                var names = Labels(_graph.Words[set]);
                if (names.Count == 0) none = none.Plus(_labels[set]);
                foreach (var name in names) labels[name] = labels.GetValueOrDefault(name).Plus(_labels[set]);
            }
            var all = labels.Select(l => l.Value.Named(l.Key));
            return Sorted(none.Count == 0 ? all : all.Append(none.Named(null)));
        }
    }

    /// <summary>The largest containers, with how far from the linked assets what is in them stands.</summary>
    public ReachedGroups ByContainer(Reach reach)
    {
        var groups = new List<(int Number, ReachedGroup Group)>();
        for (var number = 0; number < _containers.Length; number++)
            if (_containers[number].Count > 0) groups.Add((number, _containers[number].Named(_graph.Words[number])));
        var largest = groups.OrderByDescending(g => g.Group.Count).ThenBy(g => g.Group.Name is null)
            .ThenBy(g => g.Group.Name, StringComparer.Ordinal).Take(ReachedGroups.Most).ToList();

        var (row, width) = (new int[_containers.Length], Math.Min(_distances.Count, ReachedGroup.MostDistances));
        for (var i = 0; i < largest.Count; i++) row[largest[i].Number] = i + 1;
        var counts = new int[largest.Count + 1, width + 1];
        for (var node = 0; node < _graph.Nodes; node++)
            if (reach.Distance[node] is > 0 and not Reach.Nowhere and var hops)
                counts[row[_graph.Facts[node].Container], Math.Min((int)hops, width)]++;
        return new(groups.Count,
            [.. largest.Select((g, i) => g.Group with { ByDistance = [.. Enumerable.Range(1, width).Select(d => counts[i + 1, d])] })]);
    }

    public static IReadOnlyList<string> Labels(string? json) => json is null or "[]" ? [] : JsonSerializer.Deserialize<string[]>(json)!;

    void Add(int hops, in AssetFacts asset)
    {
        Sources[asset.Source]++;
        if (hops == 0) return;
        while (_distances.Count < hops) _distances.Add(default);
        var people = asset.PeopleData is Assets.PeopleData.Yes ? 1 : 0;
        var distances = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_distances);
        distances[hops - 1].Add(hops, people);
        _containers[asset.Container].Add(hops, people);
        _owners[asset.Owner].Add(hops, people);
        _labels[asset.Labels].Add(hops, people);
        _kinds[asset.KindCode].Add(hops, people);
        _people[asset.PeopleCode].Add(hops, people);
        _reviews[asset.ReviewCode].Add(hops, people);
    }

    static ReachedGroups Groups(Sum[] sums, Func<int, string?> name) =>
        Sorted(sums.Select((s, i) => (Sum: s, Number: i)).Where(s => s.Sum.Count > 0).Select(s => s.Sum.Named(name(s.Number))));

    static ReachedGroups Sorted(IEnumerable<ReachedGroup> groups)
    {
        var sorted = groups.OrderByDescending(g => g.Count).ThenBy(g => g.Name is null)
            .ThenBy(g => g.Name, StringComparer.Ordinal).ToList();
        return new(sorted.Count, [.. sorted.Take(ReachedGroups.Most)]);
    }

    struct Sum
    {
        public int Count, People;
        int _nearest;

        public void Add(int hops, int people)
        {
            Count++;
            People += people;
            if (_nearest == 0 || hops < _nearest) _nearest = hops;
        }

        public readonly Sum Plus(Sum other) => new()
        {
            Count = Count + other.Count, People = People + other.People,
            _nearest = Count == 0 ? other._nearest : other.Count == 0 ? _nearest : Math.Min(_nearest, other._nearest),
        };

        public readonly ReachedGroup Named(string? name) => new(name, Count, People, _nearest);
    }
}
