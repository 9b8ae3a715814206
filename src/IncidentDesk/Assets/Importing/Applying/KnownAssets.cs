using IncidentDesk.Assets.Naming;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Assets.Importing.Applying;

/// <summary>What the catalogue knows of a key, and what one source said of it before.</summary>
/// <param name="Asset">The row with this key, or the one that goes by it as another name.</param>
/// <param name="Root">The asset it is part of: the row itself, or the one it is merged into.</param>
/// <param name="ByKey">The row has this key; otherwise it only goes by it.</param>
/// <param name="Hidden">Only incidents name it; whoever imports must not learn that.</param>
/// <param name="Said">What the source said, 0 when it only named it; null when it never did.</param>
/// <param name="Gone">The source says that it is gone.</param>
/// <param name="Run">The import that last named it.</param>
internal sealed record KnownAsset(int Asset, int Root, bool ByKey, bool Hidden, bool RootGone, long? Said, bool Gone, int Run);

/// <summary>Finds the assets of a batch by their keys and names, in one question each.</summary>
internal static class KnownAssets
{
    const string Row = """
        a.Id, coalesce(a.MergedInto, a.Id), a.OnlyInIncidents, r.GoneAt IS NOT NULL, s.Said, coalesce(s.Gone, false), coalesce(s.Run, 0)
        """;
    const string Beside =
        "LEFT JOIN Assets r ON r.Id = coalesce(a.MergedInto, a.Id) LEFT JOIN AssetSightings s ON s.Asset = a.Id AND s.Source = @source";

    public static async Task<Dictionary<string, KnownAsset>> Known(
        this DeskDb db, IReadOnlyCollection<string> keys, int source, CancellationToken ct)
    {
        var known = new Dictionary<string, KnownAsset>(keys.Count, StringComparer.Ordinal);
        await Find($"FROM {db.Dialect.Each("@keys", "k")} CROSS JOIN Assets a {Beside} WHERE a.Key = k.value", keys, byKey: true);
        var others = known.Count == keys.Count ? [] : keys.Where(k => !known.ContainsKey(k)).ToList();
        // A key that no row has may be another name of one.
        if (others.Count > 0)
            await Find($"FROM {db.Dialect.Each("@keys", "k")} CROSS JOIN AssetNames n JOIN Assets a "
                + $"ON a.Id = n.Asset {Beside} WHERE n.Value = k.value AND n.Scheme = {(int)NameScheme.Key}", others, byKey: false);
        return known;

        async Task Find(string from, IReadOnlyCollection<string> these, bool byKey)
        {
            var rows = await db.Rows($"SELECT k.value, {Row} {from}", r => (r.GetString(0), new KnownAsset(
                r.GetInt32(1), r.GetInt32(2), byKey, r.GetBoolean(3), r.GetBoolean(4),
                r.IsDBNull(5) ? null : r.GetInt64(5), r.GetBoolean(6), r.GetInt32(7))),
                ct, ("@keys", db.Dialect.Texts(these)), ("@source", source));
            foreach (var (key, asset) in rows) known[key] = asset;
        }
    }

    /// <summary>Names as far as they are known, each with the asset it is a name of, survivors of merges.</summary>
    public static async Task<Dictionary<AssetName, int>> Named(this DeskDb db, IReadOnlyCollection<AssetName> names, CancellationToken ct)
    {
        if (names.Count == 0) return [];
        var wanted = names.ToHashSet();
        var rows = await db.Rows($"""
            SELECT n.Scheme, n.Value, coalesce(a.MergedInto, a.Id) FROM {db.Dialect.Each("@values", "k")}
              CROSS JOIN AssetNames n JOIN Assets a ON a.Id = n.Asset WHERE n.Value = k.value
            """,
            r => (Name: new AssetName((NameScheme)r.GetInt32(0), r.GetString(1)), Root: r.GetInt32(2)), ct,
            ("@values", db.Dialect.Texts(wanted.Select(n => n.Value).Distinct(StringComparer.Ordinal))));
        return rows.Where(r => wanted.Contains(r.Name)).ToDictionary(r => r.Name, r => r.Root);
    }
}
