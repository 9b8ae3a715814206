using CsCheck;
using IncidentDesk.Assets.Importing.Applying;

namespace IncidentDesk.Tests.Assets.Importing.Applying;

public sealed class PartitionTests
{
    const int Things = 30;

    static readonly Gen<(int, int)[]> Pairs = Gen.Select(Gen.Int[0, Things - 1], Gen.Int[0, Things - 1]).Array[0, 40];

    [Fact]
    public void In_whatever_order_pairs_are_joined_the_same_groups_come_out() => Gen.Select(Pairs, Gen.Int).Sample((pairs, seed) =>
    {
        var shuffled = pairs.ToArray();
        new Random(seed).Shuffle(shuffled);

        return Leaders(pairs).SequenceEqual(Leaders([.. shuffled.Select(p => (p.Item2, p.Item1))]));
    });

    [Fact]
    public void The_eldest_leads_its_group() => Pairs.Sample(pairs =>
    {
        var leaders = Leaders(pairs);
        return Enumerable.Range(0, Things).All(i => leaders[i] <= i && leaders[leaders[i]] == leaders[i])
            && pairs.All(p => leaders[p.Item1] == leaders[p.Item2]);
    });

    [Fact]
    public void Things_that_no_chain_of_pairs_connects_stay_apart() => Pairs.Sample(pairs =>
    {
        var leaders = Leaders(pairs);
        // The plain way: spread along the pairs until nothing changes.
        var groups = Enumerable.Range(0, Things).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (a, b) in pairs)
                if (groups[a] != groups[b])
                {
                    (groups[a], groups[b]) = (Math.Min(groups[a], groups[b]), Math.Min(groups[a], groups[b]));
                    changed = true;
                }
        }
        return leaders.SequenceEqual(groups);
    });

    [Fact]
    public void A_group_does_not_grow_beyond_its_bound_and_stays_as_it_was()
    {
        var partition = new Partition([3, 1, 1]);

        Assert.True(partition.Join(0, 1, most: 4));
        Assert.False(partition.Join(2, 0, most: 4));
        Assert.Equal([0, 0, 2], Enumerable.Range(0, 3).Select(partition.Leader));
    }

    static int[] Leaders((int, int)[] pairs)
    {
        var partition = new Partition(Enumerable.Repeat(1, Things));
        foreach (var (a, b) in pairs) partition.Join(a, b);
        return [.. Enumerable.Range(0, Things).Select(partition.Leader)];
    }
}
