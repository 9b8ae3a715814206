namespace IncidentDesk.Assets.Lineage;

/// <summary>What a search came to, over the nodes of one <see cref="LineageGraph"/>.</summary>
/// <param name="Distance">Hops from the nearest seed, by node; <see cref="Nowhere"/> where no way leads.</param>
/// <param name="Seeds">How many nodes it began at.</param>
/// <param name="Count">How many others it reached.</param>
/// <param name="CutOff">A limit ended it while there was more to reach.</param>
internal sealed record Reach(ushort[] Distance, int Seeds, int Count, bool CutOff)
{
    public const ushort Nowhere = ushort.MaxValue;

    /// <summary>Longer chains than this are cut off, and the answer says so.</summary>
    public const int MostHops = ushort.MaxValue - 1;

    public bool Has(int node) => Distance[node] != Nowhere;
}
