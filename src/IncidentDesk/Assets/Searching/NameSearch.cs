using System.Collections;

namespace IncidentDesk.Assets.Searching;

/// <summary>What a search came to: how many there are, the first of them, and where those behind begin.</summary>
internal sealed record NamesFound(int Count, IReadOnlyList<Place> First, string? Next, Facets? Facets);

/// <summary>Looking for assets by name and by what is known of them.</summary>
internal static class NameSearch
{
    /// <summary>Rows whose names together fit into a processor's cache.</summary>
    const int AtOnce = 8_192;

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
            var (takes, counted) = (new RowFilter(part, stands, filter, names.Reviewed, seen), counting?.Of(part, names.Reviewed));
            Each(part, filter.Q.OrNull(), spelled: false, (rows, hits) =>
            {
                foreach (var row in rows)
                {
                    if (!takes.Takes(row)) continue;
                    count++;
                    counted?.Add(row);
                    first.Add(hits.Place(part, row));
                }
            });
            counted?.Done();
        }
        var found = first.Sorted();
        return found.Count <= most ? new(count, found, null, counting?.All())
            : new(count, [.. found.Take(most)], found[most - 1].Cursor, counting?.All());
    }

    /// <summary>
    /// All of them, in no order. With <paramref name="spelled"/> upper and lower case count, and the
    /// text is a glob over whole keys.
    /// </summary>
    public static List<Place> All(this NameSnapshot names, AssetFilter filter, bool spelled, HashSet<int>? seen)
    {
        var all = new List<Place>();
        foreach (var (part, stands) in names.Parts)
        {
            var takes = new RowFilter(part, stands, filter, names.Reviewed, seen);
            Each(part, filter.Q.OrNull(), spelled, (rows, hits) =>
            {
                foreach (var row in rows)
                    if (takes.Takes(row)) all.Add(hits.Place(part, row));
            });
        }
        return all;
    }

    /// <summary>By the number of an asset, whether it fits, for a caller who may know of each asset that is looked up.</summary>
    public static BitArray Fitting(this NameSnapshot names, AssetFilter filter)
    {
        var fitting = new BitArray(names.MostIds);
        foreach (var (part, stands) in names.Parts)
        {
            var takes = new RowFilter(part, stands, filter, names.Reviewed, seen: null);
            Each(part, filter.Q.OrNull(), spelled: false, (rows, _) =>
            {
                foreach (var row in rows)
                    if (takes.Takes(row)) fitting[part.Ids[row]] = true;
            });
        }
        return fitting;
    }

    /// <summary>Each row once, some at a time, so that who looks at their names finds them in the processor's cache.</summary>
    static void Each(NameSegment part, string? text, bool spelled, Action<ReadOnlySpan<int>, Hits> found)
    {
        if (part.Count == 0) return;
        var pattern = text is null ? null : spelled ? NamePattern.FoldedGlob(text) : NamePattern.Folded(text);
        var letter = text is not null && spelled ? NamePattern.Spelled(text) : null;
        using var hits = new Hits(part.Count, byLength: pattern is { IsGlob: false });
        if (pattern is not null) NameScan.Run(part.Former.Names, pattern, letter, part.Former.Rows, hits);
        if (pattern is not null && !spelled) NameScan.Run(part.Others.Names, pattern, letter, part.Others.Rows, hits);
        var byOtherNames = hits.Rows.Length;
        for (var from = 0; from < part.Count; from += AtOnce)
        {
            var (before, to) = (hits.Rows.Length, Math.Min(part.Count, from + AtOnce));
            if (pattern is null) hits.AddAll(from, to);
            else NameScan.Run(part.Keys, from, to, pattern, letter, null, hits);
            found(hits.Rows[before..], hits);
        }
        found(hits.Rows[..byOtherNames], hits);
    }
}
