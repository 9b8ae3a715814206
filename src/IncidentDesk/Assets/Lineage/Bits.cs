namespace IncidentDesk.Assets.Lineage;

/// <summary>A set of nodes; whatever is behind the last node counts as in it.</summary>
internal sealed class Bits
{
    readonly ulong[] _words;

    Bits(ulong[] words) => _words = words;

    public static Bits Of(int nodes, IEnumerable<int> members)
    {
        var words = new ulong[(nodes + 63) / 64];
        if (nodes % 64 != 0) words[^1] = ulong.MaxValue << (nodes % 64);
        foreach (var node in members) words[node >> 6] |= 1UL << node;
        return new(words);
    }

    public bool Has(int node) => (_words[node >> 6] >> node & 1) != 0;

    public ulong[] Copy() => (ulong[])_words.Clone();
}
