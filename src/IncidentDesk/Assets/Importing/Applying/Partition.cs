namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>
/// Which of some things are one (union-find): in whatever order pairs are joined, the same groups come out, each led by its first
/// member. Things are numbered by age, so the eldest leads.
/// </summary>
/// <param name="sizes">How many each thing stands for already.</param>
internal sealed class Partition(IEnumerable<int> sizes)
{
    readonly List<int> _parent = [], _size = [.. sizes];

    public int Leader(int of)
    {
        while (_parent.Count < _size.Count) _parent.Add(_parent.Count);
        while (_parent[of] != of) of = _parent[of] = _parent[_parent[of]];
        return of;
    }

    /// <summary>Whether the two are one now; not when their group would have more than <paramref name="most"/> members.</summary>
    public bool Join(int a, int b, int most = int.MaxValue)
    {
        (a, b) = (Leader(a), Leader(b));
        if (a == b) return true;
        if ((long)_size[a] + _size[b] > most) return false;
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        (_parent[b], _size[a]) = (a, _size[a] + _size[b]);
        return true;
    }
}
