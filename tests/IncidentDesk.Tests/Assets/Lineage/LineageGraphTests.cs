using CsCheck;
using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Tests.Assets.Lineage;

public sealed class LineageGraphTests
{
    sealed record Batch((int From, int To)[] Came, (int From, int To)[] Went, (int Asset, int Into)[] Merged);

    static readonly Gen<(int Nodes, (int From, int To)[] Edges, Batch[] Batches)> Histories =
        from graph in Flows.Any.Where(g => g.Nodes is > 2 and < 200)
        let node = Gen.Int[0, graph.Nodes - 1]
        from batches in Gen.Select(Gen.Select(node, node).Array[0, 8], Gen.Int[0, 200].Array[0, 8], Gen.Select(node, node).Array[0, 2],
            (came, went, merged) => new Batch(came, graph.Edges.Length == 0 ? []
                : [.. went.Select(w => graph.Edges[w % graph.Edges.Length])], merged)).Array[0, 6]
        select (graph.Nodes, graph.Edges, batches);

    [Fact]
    public void Edges_turned_round_twice_are_the_same_edges() => Flows.Any.Sample(g =>
    {
        var forward = Flows.Adjacency(g.Nodes, g.Edges);
        Assert.Equal(g.Edges.Distinct().Order(), Flows.Edges(forward));
        Assert.Equal(g.Edges.Distinct().Select(e => (e.To, e.From)).Order(), Flows.Edges(forward.Turned()));
        Assert.Equal(Flows.Edges(forward), Flows.Edges(forward.Turned().Turned()));
    }, iter: 200);

    [Fact]
    public void Following_batch_by_batch_comes_to_the_same_as_reading_everything_at_the_end() => Histories.Sample(h =>
    {
        var rows = h.Edges.Distinct().ToDictionary(e => e, _ => true);
        var into = new Dictionary<int, int>();
        var graph = Snapshot(h.Nodes, rows, into);
        foreach (var batch in h.Batches)
        {
            foreach (var came in batch.Came) rows[came] = true;
            foreach (var went in batch.Went) rows[went] = false;
            var merged = Merge(batch.Merged, into);
            var touched = batch.Came.Concat(batch.Went).Select(e => (From: Survivor(into, e.From), To: Survivor(into, e.To))).ToHashSet();
            var flows = touched.ToDictionary(
                t => t, t => rows.Any(r => r.Value && (Survivor(into, r.Key.From), Survivor(into, r.Key.To)) == t));
            graph = LineageFollowing.Joined(graph with { MergedInto = into.ToDictionary() }, merged, flows);
        }
        Same(Snapshot(h.Nodes, rows, into), graph);
    }, iter: 400);

    static void Same(LineageGraph anew, LineageGraph followed)
    {
        Assert.Equal(Flows.Edges(anew.Forward), Flows.Edges(followed.Forward));
        Assert.Equal(Flows.Edges(anew.Backward), Flows.Edges(followed.Backward));
        Assert.Equal(anew.GoneEdges, followed.GoneEdges);
    }

    /// <summary>What the rows say, read through the survivors.</summary>
    static LineageGraph Snapshot(int nodes, Dictionary<(int From, int To), bool> rows, Dictionary<int, int> into)
    {
        var flows = rows.GroupBy(r => (From: Survivor(into, r.Key.From), To: Survivor(into, r.Key.To)), r => r.Value)
            .Where(f => f.Key.From != f.Key.To).ToList();
        var forward = Flows.Adjacency(nodes, flows.Where(f => f.Any(stands => stands)).Select(f => f.Key));
        return new()
        {
            Version = 0, Forward = forward, Backward = forward.Turned(), Facts = new AssetFacts[nodes],
            Words = new(), MergedInto = into.ToDictionary(), GoneAssets = [],
            GoneEdges = [.. flows.Where(f => !f.Any(stands => stands)).Select(f => f.Key)
                .Order().Select(f => new EdgeChange(f.From, f.To, true))],
        };
    }

    /// <summary>As importing does it: never a chain once a batch is over.</summary>
    static HashSet<int> Merge(IEnumerable<(int Asset, int Into)> wanted, Dictionary<int, int> into)
    {
        var changed = new HashSet<int>();
        foreach (var (asset, other) in wanted)
        {
            var (from, to) = (Survivor(into, asset), Survivor(into, other));
            if (from == to) continue;
            foreach (var member in into.Where(m => m.Value == from).Select(m => m.Key).Append(from).ToList())
            {
                into[member] = to;
                changed.Add(member);
            }
        }
        return changed;
    }

    static int Survivor(Dictionary<int, int> into, int asset) => into.GetValueOrDefault(asset, asset);
}
