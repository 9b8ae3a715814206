using CsCheck;
using IncidentDesk.Assets.Lineage;

namespace IncidentDesk.Tests.Assets.Lineage;

public sealed class SweepTests
{
    static readonly Gen<(int Nodes, (int From, int To)[] Edges, int[] Seeds, int[] Barred, int Hops)> Any =
        from graph in Flows.Any
        from seeds in Gen.Int[0, graph.Nodes - 1].Array[0, Math.Min(graph.Nodes, 900)]
        from barred in Gen.Int[0, graph.Nodes - 1].Array[0, 4]
        from hops in Gen.OneOf(Gen.Int[0, 5], Gen.Const(Reach.MostHops))
        select (graph.Nodes, graph.Edges, seeds, barred, hops);

    [Fact]
    public void Set_and_distances_are_those_of_the_plain_search_in_either_direction() => Any.Sample(g =>
    {
        var forward = Flows.Adjacency(g.Nodes, g.Edges);
        var barred = Bits.Of(g.Nodes, g.Barred);
        var down = Sweep.From(forward, forward.Turned(), g.Seeds, barred, g.Hops);
        var up = Sweep.From(forward.Turned(), forward, g.Seeds, barred, g.Hops);

        Assert.Equal(Flows.Distances(g.Nodes, g.Edges, g.Seeds, g.Hops, g.Barred), Flows.Distances(down));
        Assert.Equal(Flows.Distances(g.Nodes, g.Edges.Select(e => (e.To, e.From)), g.Seeds, g.Hops, g.Barred), Flows.Distances(up));
    }, iter: 400);

    [Fact]
    public void It_counts_what_it_reached_and_says_when_a_limit_cut_something_off() => Any.Sample(g =>
    {
        var forward = Flows.Adjacency(g.Nodes, g.Edges);
        var reach = Sweep.From(forward, forward.Turned(), g.Seeds, Bits.Of(g.Nodes, g.Barred), g.Hops);
        var all = Flows.Distances(g.Nodes, g.Edges, g.Seeds, int.MaxValue, g.Barred);

        Assert.Equal(g.Seeds.Distinct().Count(), reach.Seeds);
        Assert.Equal(all.Count(d => d > 0 && d <= g.Hops), reach.Count);
        Assert.Equal(all.Any(d => d > g.Hops), reach.CutOff);
    }, iter: 400);

    [Fact]
    public void A_limit_of_size_ends_it_between_two_steps()
    {
        var forward = Flows.Adjacency(30, Enumerable.Range(0, 29).Select(n => (n, n + 1)));

        var reach = Sweep.From(forward, forward.Turned(), [0], Bits.Of(30, []), most: 9);

        Assert.Equal((10, true), (reach.Count, reach.CutOff));
    }

    [Fact]
    public void A_chain_longer_than_a_distance_can_say_is_cut_off_and_says_so()
    {
        const int length = Reach.MostHops + 100;
        var forward = Flows.Adjacency(length, Enumerable.Range(0, length - 1).Select(n => (n, n + 1)));

        var reach = Sweep.From(forward, forward.Turned(), [0], Bits.Of(length, []));

        Assert.Equal((Reach.MostHops, true), (reach.Count, reach.CutOff));
        Assert.Equal(Reach.MostHops, reach.Distance[Reach.MostHops]);
        Assert.False(reach.Has(Reach.MostHops + 1));
    }
}
