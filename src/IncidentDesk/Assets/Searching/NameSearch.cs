using System.Collections;

namespace IncidentDesk.Assets.Searching;

/// <summary>What a search came to: how many there are, the first of them, and where those behind begin.</summary>
internal sealed record NamesFound(int Count, IReadOnlyList<Place> First, string? Next, Facets? Facets);

/// <summary>Looking for assets by name and by what is known of them.</summary>
internal static class NameSearch
{
    /// <param name="names">Where to look.</param>
    /// <param name="filter">What for.</param>
    /// <param name="seen">Which of <see cref="NameSnapshot.OnlyNamed"/> the caller may know of; null for all.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="facets">Whether to count what was found.</param>
    public static NamesFound Find(this NameSnapshot names, AssetFilter filter, HashSet<int>? seen, Place? after, int most, bool facets)
    {
        var (count, first, counting) = (0, new FirstFew(most + 1, after), facets ? new FacetCount() : null);
        foreach (var (part, stands) in names.Parts)
        {
            var counted = counting?.Of(part);
            Each(part, filter.Q.OrNull(), spelled: false, new RowFilter(part, stands, filter, seen), (row, rank, length) =>
            {
                count++;
                counted?.Add(row);
                first.Add(new(rank, length, part.Keys, row, part.Ids[row]));
            });
            counted?.Done();
        }
        var found = first.Sorted();
        return found.Count <= most ? new(count, found, null, counting?.All()) : new(count, [.. found.Take(most)], found[most - 1].Cursor, counting?.All());
    }

    /// <summary>All of them, in no order. With <paramref name="spelled"/> upper and lower case count, and the text is a glob over whole keys.</summary>
    public static List<Place> All(this NameSnapshot names, AssetFilter filter, bool spelled, HashSet<int>? seen)
    {
        var all = new List<Place>();
        foreach (var (part, stands) in names.Parts)
            Each(part, filter.Q.OrNull(), spelled, new RowFilter(part, stands, filter, seen), (row, rank, length) => all.Add(new(rank, length, part.Keys, row, part.Ids[row])));
        return all;
    }

    /// <summary>By the number of an asset, whether it goes by a name like this, for a caller who may know of each asset that is looked up.</summary>
    public static BitArray Named(this NameSnapshot names, string q)
    {
        var named = new BitArray(names.Parts.Max(p => p.Part.Count == 0 ? 0 : p.Part.Ids[^1] + 1));
        foreach (var (part, stands) in names.Parts)
            Each(part, q, spelled: false, new RowFilter(part, stands, new(), seen: null), (row, _, _) => named[part.Ids[row]] = true);
        return named;
    }

    /// <summary>Each row once. Without a text, and with a glob, none fits better than another, and their order is that of their spelling.</summary>
    static void Each(NameSegment part, string? text, bool spelled, RowFilter filter, Action<int, NameRank, int> found)
    {
        if (part.Count == 0) return;
        if (text is null)
        {
            for (var row = 0; row < part.Count; row++)
                if (filter.Takes(row)) found(row, NameRank.Whole, 0);
            return;
        }
        var (pattern, letter) = spelled ? (NamePattern.FoldedGlob(text), NamePattern.Spelled(text)) : (NamePattern.Folded(text), null);
        using var hits = new Hits(part.Count).Cleared();
        NameScan.Run(part.Keys, pattern, letter, null, hits);
        NameScan.Run(part.Former.Names, pattern, letter, part.Former.Rows, hits);
        if (!spelled) NameScan.Run(part.Others.Names, pattern, letter, part.Others.Rows, hits);
        foreach (var row in hits.Rows)
            if (filter.Takes(row)) found(row, hits.Best(row), pattern.IsGlob ? 0 : part.Keys.Length(row));
    }
}
