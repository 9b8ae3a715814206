using IncidentDesk.Assets.ChangeFeed;

namespace IncidentDesk.Assets.Lineage;

public enum LineageDirection { Downstream, Upstream }

/// <summary>
/// The lineage as it stood at one version of the catalogue; never changed once made, so that who reads it is not held up by imports.
/// A node is the number of an asset.
/// </summary>
internal sealed record LineageGraph
{
    public required long Version { get; init; }
    public required Adjacency Forward { get; init; }
    public required Adjacency Backward { get; init; }

    /// <summary>By number; those merged into another are there, without edges.</summary>
    public required AssetFacts[] Facts { get; init; }
    public required SharedTexts Words { get; init; }

    /// <summary>The survivor, for those that were merged into one.</summary>
    public required IReadOnlyDictionary<int, int> MergedInto { get; init; }

    /// <summary>Flows that no source names any more, by (from, to).</summary>
    public required IReadOnlyList<EdgeChange> GoneEdges { get; init; }

    /// <summary>Assets that no source names any more and that are not merged into others.</summary>
    public required IReadOnlyList<int> GoneAssets { get; init; }

    public int Nodes => Facts.Length;

    /// <summary>Memory that the numbers take, without the texts.</summary>
    public long Bytes => Forward.Bytes + Backward.Bytes + ((long)Facts.Length * AssetFacts.Size) + (12L * GoneEdges.Count);

    public int Survivor(int asset) => MergedInto.TryGetValue(asset, out var into) ? into : asset;

    /// <summary>Everything that data flows to from these, or to these from.</summary>
    /// <param name="seeds">Numbers of assets; those this version does not know yet have no lineage.</param>
    /// <param name="direction">With the flow of data, or against it.</param>
    /// <param name="hops">No farther than this.</param>
    /// <param name="most">No further step when more than so many were reached.</param>
    /// <param name="throughGone">Whether assets that no source names any more are reached, too.</param>
    public Reach Reach(IEnumerable<int> seeds, LineageDirection direction, int hops, int most, bool throughGone)
    {
        var nodes = seeds.Select(Survivor).Where(s => s < Nodes).ToArray();
        var barred = Bits.Of(Nodes, throughGone ? [] : GoneAssets);
        return direction is LineageDirection.Downstream
            ? Sweep.From(Forward, Backward, nodes, barred, hops, most)
            : Sweep.From(Backward, Forward, nodes, barred, hops, most);
    }

    /// <summary>As long as it takes to copy the edges, tens of milliseconds for ten million; asked for rarely, so not kept.</summary>
    public LineageGraph WithGoneEdges()
    {
        if (GoneEdges.Count == 0) return this;
        var back = GoneEdges.Select(e => e with { Gone = false }).ToList();
        return this with { Forward = Forward.With(Nodes, back), Backward = Backward.With(Nodes, Turned(back)), GoneEdges = [] };
    }

    public static List<EdgeChange> Turned(IEnumerable<EdgeChange> edges) =>
        [.. edges.Select(e => new EdgeChange(e.To, e.From, e.Gone)).OrderBy(e => e.From).ThenBy(e => e.To)];
}
