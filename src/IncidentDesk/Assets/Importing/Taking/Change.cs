namespace IncidentDesk.Assets.Importing.Taking;

/// <summary>What a batch comes to, decided in memory from the rows as they were.</summary>
internal sealed class Change(ImportRun run, DateTimeOffset at, Dictionary<int, Asset> before)
{
    readonly Dictionary<int, Asset> _now = [];
    readonly HashSet<int> _touched = [];

    public Taken Taken { get; private set; } = new();
    public IReadOnlyCollection<int> Touched => _touched;
    public IReadOnlyCollection<Asset> New => [.. _now.Values.Where(a => !before.ContainsKey(a.Id))];
    public IReadOnlyCollection<Asset> Changed =>
        [.. _now.Values.Where(a => before.TryGetValue(a.Id, out var was) && !ReferenceEquals(was, a))];

    /// <summary>An asset of the catalogue turned out to be another one of it.</summary>
    public void Merge(int younger, int elder)
    {
        Put(Stamped(Row(elder).Absorbing(Row(younger)), Row(elder)));
        Put(Row(younger) with { MergedInto = elder, Source = run.SourceName, ImportedAt = at });
    }

    /// <summary>Counts what was said of an asset, after it went to the row that stands for it.</summary>
    public void Describe(ToldAsset told, KnownAsset? known, int row, int root, bool hasNewName)
    {
        var isNew = known is not { ByKey: true };
        if (isNew && row != root)
            Put(Described.Blank(row, told.Key, told.Kind ?? AssetKind.Unknown, run.SourceName, at) with { MergedInto = root });
        var was = isNew && row == root ? Described.Blank(row, told.Key, AssetKind.Unknown, run.SourceName, at) : Row(root);
        // Nobody may learn from dates or counts that a private incident knew the name.
        var revealed = known is { Hidden: true } ? Described.Blank(row, told.Key, AssetKind.Unknown, run.SourceName, at) : was;
        var now = Stamped(Live(revealed, told).By(told), revealed);
        var differs = !ReferenceEquals(now, was);
        if (isNew && row == root || differs) Put(now);
        Taken = (isNew && row == root) || known is { Hidden: true } ? Taken with { Added = Taken.Added + 1 }
            : differs || isNew || hasNewName
                || before.GetValueOrDefault(row)?.MergedInto != _now.GetValueOrDefault(row, before.GetValueOrDefault(row)!)?.MergedInto
                ? Taken with { Updated = Taken.Updated + 1, Merged = Taken.Merged + (isNew ? 1 : 0) }
            : Taken with { Unchanged = Taken.Unchanged + 1 };
    }

    static Asset Live(Asset was, ToldAsset told) => told.Gone || was.GoneAt is null ? was : was with { GoneAt = null };

    Asset Stamped(Asset now, Asset was) => ReferenceEquals(now, was) ? was : now with { Source = run.SourceName, ImportedAt = at };

    Asset Row(int id) => _now.TryGetValue(id, out var now) ? now : before[id];

    void Put(Asset row)
    {
        _now[row.Id] = row;
        _touched.Add(row.Id);
    }
}
