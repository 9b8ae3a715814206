namespace IncidentDesk.Assets.Searching;

/// <summary>Makes one segment of two.</summary>
internal static class NameMerge
{
    /// <param name="older">The one of which only some rows stand.</param>
    /// <param name="stands">Which.</param>
    /// <param name="newer">All of it stands.</param>
    public static NameSegment Of(NameSegment older, Func<int, bool> stands, NameSegment newer)
    {
        if (older.Count == 0) return newer;
        var merged = new NameSegmentBuilder(older.Count + newer.Count);
        var (fromOlder, fromNewer) = (merged.From(older), merged.From(newer));
        for (var (o, n) = (0, 0); o < older.Count || n < newer.Count;)
            if (n == newer.Count || (o < older.Count && older.Ids[o] < newer.Ids[n])) Take(o++);
            else fromNewer(n++);
        foreach (var (part, holds) in ((NameSegment, Func<int, bool>)[])[(older, stands), (newer, _ => true)])
        {
            Copy(part, part.Former, holds, merged.AddFormer);
            Copy(part, part.Others, holds, merged.AddName);
        }
        return merged.Build();

        void Take(int row)
        {
            if (stands(row)) fromOlder(row);
        }
    }

    static void Copy(NameSegment part, MoreNames names, Func<int, bool> holds, AddName add)
    {
        for (var name = 0; name < names.Rows.Length; name++)
            if (holds(names.Rows[name])) add(part.Ids[names.Rows[name]], names.Names.Spelled(name));
    }

    delegate void AddName(int id, ReadOnlySpan<byte> name);
}
