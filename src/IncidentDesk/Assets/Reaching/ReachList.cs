using System.Globalization;
using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Assets.Reaching;

/// <summary>What was reached, the nearest first and then by number; any page of it is found without going through those before.</summary>
internal sealed class ReachList
{
    readonly LineageGraph _graph;
    readonly Reach _reach;

    /// <summary>All nodes reached; those of a distance begin at its start.</summary>
    readonly int[] _nodes, _start;

    public ReachList(LineageGraph graph, Reach reach)
    {
        (_graph, _reach, _nodes) = (graph, reach, new int[reach.Count]);
        var counts = new List<int> { 0 };
        foreach (var hops in reach.Distance)
        {
            if (hops is 0 or Reach.Nowhere) continue;
            while (counts.Count <= hops) counts.Add(0);
            counts[hops]++;
        }
        _start = new int[counts.Count + 1];
        for (var hops = 1; hops < counts.Count; hops++) _start[hops + 1] = _start[hops] + counts[hops];
        var at = (int[])_start.Clone();
        for (var node = 0; node < graph.Nodes; node++)
            if (reach.Distance[node] is > 0 and not Reach.Nowhere and var hops) _nodes[at[hops]++] = node;
    }

    public IEnumerable<int> Behind(ReachCursor cursor, ReachFilter filter)
    {
        var takes = Takes(filter);
        var hops = filter.Distance ?? 0;
        var (from, until) = hops == 0 ? (0, _nodes.Length) : hops < _start.Length - 1 ? (_start[hops], _start[hops + 1]) : (0, 0);
        if (cursor.Distance > 0) from = Math.Max(from, Place(cursor));
        for (var i = from; i < until; i++)
            if (takes(_nodes[i])) yield return _nodes[i];
    }

    /// <summary>Where the first one behind the cursor stands.</summary>
    int Place(ReachCursor cursor)
    {
        if (cursor.Distance >= _start.Length - 1) return _nodes.Length;
        var found = _nodes.AsSpan(_start[cursor.Distance].._start[cursor.Distance + 1]).BinarySearch(cursor.Asset);
        return _start[cursor.Distance] + (found >= 0 ? found + 1 : ~found);
    }

    Func<int, bool> Takes(ReachFilter filter)
    {
        var labels = filter.Label.OrNull() is { } label ? With(label) : null;
        return node =>
        {
            ref readonly var asset = ref _graph.Facts[node];
            return (filter.Kind is not { } kind || asset.Kind == kind)
                && (filter.PeopleData is not { } people || asset.PeopleData == people)
                && (filter.Review is not { } review || asset.Review == review)
                && (filter.Container.OrNull() is not { } container || _graph.Words[asset.Container] == container)
                && (filter.Owner.OrNull() is not { } owner || _graph.Words[asset.Owner] == owner)
                && (labels is null || labels.Contains(asset.Labels));
        };
    }

    /// <summary>The sets of labels that hold this one.</summary>
    HashSet<int> With(string label) =>
        [.. _nodes.Select(n => _graph.Facts[n].Labels).Distinct().Where(set => ReachCount.Labels(_graph.Words[set]).Contains(label))];
}

/// <summary>The last asset of a page; the next page begins behind it.</summary>
internal readonly record struct ReachCursor(int Distance, int Asset)
{
    public static ReachCursor Read(string? cursor) => cursor.OrNull()?.Split('.') is [var distance, var asset]
        && int.TryParse(distance, NumberStyles.None, CultureInfo.InvariantCulture, out var hops)
        && int.TryParse(asset, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? new(hops, id) : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Distance}.{Asset}");
}
