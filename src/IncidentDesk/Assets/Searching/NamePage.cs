using System.Globalization;
using System.Text;

namespace IncidentDesk.Assets.Searching;

/// <summary>A row among those found, and what it is ordered by: how well it fits, then how short it is, then its spelling.</summary>
internal readonly record struct Place(NameRank Rank, int Length, NameText Names, int Row, int Id) : IComparable<Place>
{
    public int CompareTo(Place other) => Against(other);

    /// <summary>The same without copying the other one.</summary>
    public int Against(in Place other)
    {
        if (Rank != other.Rank) return (int)Rank - (int)other.Rank;
        if (Length != other.Length) return Length - other.Length;
        var folded = Names[Row].SequenceCompareTo(other.Names[other.Row]);
        return folded != 0 ? folded : Names.Spelled(Row).SequenceCompareTo(other.Names.Spelled(other.Row));
    }

    public string Key => Encoding.UTF8.GetString(Names.Spelled(Row));

    /// <summary>Where a page ended, in words that stay true whatever is imported meanwhile.</summary>
    public string Cursor => string.Create(CultureInfo.InvariantCulture, $"{(int)Rank}{(Length == 0 ? 'k' : 'n')}{Key}");

    /// <summary>Null for a text that is no cursor.</summary>
    public static Place? From(string? cursor)
    {
        if (cursor is not { Length: > 2 } || cursor[0] is not (>= '1' and <= '4') || cursor[1] is not ('k' or 'n')) return null;
        var name = new NameTextBuilder(1);
        name.Add(Encoding.UTF8.GetBytes(cursor[2..]));
        var names = name.Build();
        return new((NameRank)(cursor[0] - '0'), cursor[1] == 'k' ? 0 : names.Length(0), names, 0, 0);
    }
}

/// <summary>Keeps the first few of very many, without sorting the rest.</summary>
internal sealed class FirstFew(int most, Place? after)
{
    readonly List<Place> _kept = [];
    bool _full;
    Place _last;

    public void Add(in Place place)
    {
        if (_full && place.Against(_last) >= 0) return;
        if (after is { } behind && place.CompareTo(behind) <= 0) return;
        _kept.Add(place);
        if (_kept.Count >= 2L * most + 64) Prune();
    }

    public IReadOnlyList<Place> Sorted()
    {
        Prune();
        return _kept;
    }

    void Prune()
    {
        _kept.Sort();
        if (_kept.Count <= most) return;
        _kept.RemoveRange(most, _kept.Count - most);
        (_full, _last) = (true, _kept[^1]);
    }
}
