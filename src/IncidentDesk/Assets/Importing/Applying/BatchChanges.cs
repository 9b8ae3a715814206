namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>What a batch comes to, decided in memory from the rows as they were.</summary>
internal sealed class BatchChanges(ImportRun run, DateTimeOffset at, Dictionary<int, Asset> before)
{
    readonly Dictionary<int, Asset> _now = [];
    readonly HashSet<int> _touched = [];

    public BatchCounts Counts { get; private set; } = new();
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
    public void Describe(StatedAsset statement, KnownAsset? known, int row, int root, bool hasNewName)
    {
        var isNew = known is not { ByKey: true };
        if (isNew && row != root)
            Put(AssetUpdates.Blank(row, statement.Key, statement.Kind ?? AssetKind.Unknown, run.SourceName, at) with { MergedInto = root });
        var was = isNew && row == root ? AssetUpdates.Blank(row, statement.Key, AssetKind.Unknown, run.SourceName, at) : Row(root);
        // Nobody may learn from dates or counts that a private incident knew the name.
        var revealed = known is { Hidden: true } ? AssetUpdates.Blank(row, statement.Key, AssetKind.Unknown, run.SourceName, at) : was;
        var now = Stamped(Live(revealed, statement).UpdatedBy(statement), revealed);
        var differs = !ReferenceEquals(now, was);
        if (isNew && row == root || differs) Put(now);
        Counts = (isNew && row == root) || known is { Hidden: true } ? Counts with { Added = Counts.Added + 1 }
            : differs || isNew || hasNewName
                || before.GetValueOrDefault(row)?.MergedInto != _now.GetValueOrDefault(row, before.GetValueOrDefault(row)!)?.MergedInto
                ? Counts with { Updated = Counts.Updated + 1, Merged = Counts.Merged + (isNew ? 1 : 0) }
            : Counts with { Unchanged = Counts.Unchanged + 1 };
    }

    static Asset Live(Asset was, StatedAsset statement) => statement.Gone || was.GoneAt is null ? was : was with { GoneAt = null };

    Asset Stamped(Asset now, Asset was) => ReferenceEquals(now, was) ? was : now with { Source = run.SourceName, ImportedAt = at };

    Asset Row(int id) => _now.TryGetValue(id, out var now) ? now : before[id];

    void Put(Asset row)
    {
        _now[row.Id] = row;
        _touched.Add(row.Id);
    }
}
