using IncidentDesk.Assets.Importing.Checking;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>Everything that a row tells, but where; 64 bits.</summary>
internal static class RowHash
{
    public static ulong Of(IReadOnlyList<CatalogueStatement> told)
    {
        var hash = 17UL;
        foreach (var one in told)
            if (one is StatedEdge edge) hash = hash.With(edge.From).With(edge.To);
            else if (one is StatedAsset asset) hash = hash.With(asset);
        return hash;
    }

    static ulong With(this ulong hash, StatedAsset a)
    {
        hash = hash.With(a.Key).With((int?)a.Kind).With(a.Environment)
            .With(a.Container).With((int?)a.PeopleData).With(a.LastAccess?.UtcTicks);
        hash = hash.With(a.Rows).With(a.Bytes).With(a.Owners is [var owner] ? owner.Name : null);
        foreach (var label in a.Labels ?? []) hash = hash.With(label.Value);
        foreach (var name in a.Names) hash = hash.With(name.Scheme == Naming.NameScheme.Key ? null : name.Value);
        return hash;
    }
}

/// <summary>
/// The keys of a file that came before, each with what was said of it and where: 24 bytes a
/// key, in parts that grow one by one.
/// </summary>
internal sealed class KeysSeen
{
    readonly Dictionary<ulong, (uint Said, int Line)>[] _parts =
        [.. Enumerable.Range(0, 256).Select(_ => new Dictionary<ulong, (uint, int)>())];

    public int Count { get; private set; }

    /// <summary>
    /// False if the key was there; <paramref name="before"/> is then the line that has it,
    /// and whether that says the same.
    /// </summary>
    public bool IsNew(string key, ulong said, int line, out (bool Same, int Line) before)
    {
        var (hash, short32) = (TextHash.Of(key), (uint)(said >> 32));
        var part = _parts[hash >> 56];
        var added = part.TryAdd(hash, (short32, line));
        before = added ? default : (part[hash].Said == short32, part[hash].Line);
        if (added) Count++;
        return added;
    }
}
