using CsCheck;
using IncidentDesk.Assets.ChangeFeed;

namespace IncidentDesk.Tests.Assets.ChangeFeed;

public sealed class PackedTests
{
    static readonly Gen<int> Id = Gen.Int[1, int.MaxValue];

    [Fact]
    public void Assets_come_out_as_they_went_in_each_once_and_in_order() =>
        Id.Array[0, 50].Sample(ids => Packed.Assets(Packed.Assets(ids)).SequenceEqual(ids.Distinct().Order()));

    [Fact]
    public void Edges_come_out_as_they_went_in() => Gen.Select(Id, Id, Gen.Bool).Array[0, 50].Sample(edges =>
    {
        var there = edges.Select(e => new EdgeChange(e.Item1, e.Item2, e.Item3)).ToList();
        return Packed.Edges(Packed.Edges(there))
            .Order(Comparer<EdgeChange>.Create((a, b) => (a.From, a.To, a.Gone).CompareTo((b.From, b.To, b.Gone))))
            .SequenceEqual(there.OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.Gone));
    });

    [Fact]
    public void Twenty_thousand_neighbours_take_a_byte_each() =>
        Assert.Equal(20_002, Packed.Assets(Enumerable.Range(1_000_000, 20_000)).Length);
}
