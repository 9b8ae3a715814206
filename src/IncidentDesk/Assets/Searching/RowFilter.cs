namespace IncidentDesk.Assets.Searching;

/// <summary>A filter made ready for one segment: words have become numbers, and a row is looked at without allocating anything.</summary>
internal sealed class RowFilter
{
    readonly NameSegment _rows;
    readonly Func<int, bool> _stands;
    readonly bool[]? _container, _owner, _label;
    readonly AssetFilter _asked;
    readonly HashSet<int>? _seen;
    readonly byte[]? _reviewed;
    readonly bool _narrows;

    /// <param name="rows">The segment.</param>
    /// <param name="stands">False for a row that a newer segment describes anew.</param>
    /// <param name="asked">What narrows.</param>
    /// <param name="reviewed">As <see cref="NameSnapshot.Reviewed"/>.</param>
    /// <param name="seen">Which of the assets known from incidents only the caller may know of; null for all.</param>
    public RowFilter(NameSegment rows, Func<int, bool> stands, AssetFilter asked, byte[]? reviewed, HashSet<int>? seen)
    {
        (_rows, _stands, _asked, _reviewed, _seen) = (rows, stands, asked, reviewed, seen);
        _container = With(rows.Containers, asked.Container);
        _owner = With(rows.Owners, asked.Owner);
        _label = With(rows.Labels, asked.Label);
        _narrows = asked with { Q = null } != new AssetFilter();
    }

    public bool Takes(int row)
    {
        if (!_stands(row)) return false;
        var traits = _rows.Traits[row];
        if (!_narrows && !traits.Flags.HasFlag(TraitFlags.OnlyNamed)) return true;
        return (_asked.Kind is not { } kind || traits.Kind == (byte)kind)
            && (_asked.PeopleData is not { } people || traits.People == (byte)people)
            && (_asked.Review is not { } review || traits.ReviewBy(_reviewed, _rows.Ids[row]) == (byte)review)
            && (_asked.Gone is not { } gone || traits.Flags.HasFlag(TraitFlags.Gone) == gone)
            && (_container is null || _container[_rows.Containers.Said(row)])
            && (_owner is null || _owner[_rows.Owners.Said(row)])
            && (_label is null || _label[_rows.Labels.Said(row)])
            && (!traits.Flags.HasFlag(TraitFlags.OnlyNamed) || _seen is null || _seen.Contains(_rows.Ids[row]));
    }

    /// <summary>Null when nothing is asked; all false when nobody says it.</summary>
    static bool[]? With(WordColumn column, string? word) => word.OrNull() is { } asked ? column.With(asked) ?? new bool[column.Sets] : null;
}
