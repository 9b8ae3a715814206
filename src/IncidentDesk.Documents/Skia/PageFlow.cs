namespace IncidentDesk.Documents.Skia;

/// <summary>Where pages go: counted in a first pass, drawn in a second.</summary>
internal interface IPages
{
    void Begin();
    void Place(Slab slab, float y);
    void End();
}

/// <summary>Lays slabs on pages one after the other; holds no more of them than must stay together.</summary>
internal sealed class PageFlow(IPages pages)
{
    float _y = Sheet.Top;
    bool _empty = true;

    public void Run(IEnumerable<Slab> slabs)
    {
        pages.Begin();
        foreach (var group in Groups(slabs))
        {
            if (!_empty && _y + group.Sum(slab => slab.Extent) > Sheet.Bottom) Turn(group[0].Head);
            foreach (var slab in group) Place(slab);
        }
        pages.End();
    }

    void Place(Slab slab)
    {
        if (!_empty && _y + slab.Extent > Sheet.Bottom) Turn(slab.Head);
        if (!_empty) _y += slab.Before;
        pages.Place(slab, _y);
        _y += slab.Height;
        _empty &= slab.Height == 0;
    }

    void Turn(Slab? head)
    {
        pages.End();
        pages.Begin();
        (_y, _empty) = (Sheet.Top, true);
        if (head is not null) Place(head);
    }

    // A group taller than a page cannot stay together; cutting it here also bounds what is held.
    static IEnumerable<List<Slab>> Groups(IEnumerable<Slab> slabs)
    {
        List<Slab> group = [];
        float height = 0;
        foreach (var slab in slabs)
        {
            group.Add(slab);
            height += slab.Extent;
            if (slab.KeepWithNext && height <= Sheet.Room) continue;
            yield return group;
            group = [];
            height = 0;
        }
        if (group.Count > 0) yield return group;
    }
}

/// <summary>The first pass: how many pages there will be.</summary>
internal sealed class CountedPages : IPages
{
    public int Count { get; private set; }

    public void Begin() => Count++;
    public void Place(Slab slab, float y) { }
    public void End() { }
}
