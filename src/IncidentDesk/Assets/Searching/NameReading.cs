using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Searching;

/// <summary>Reads names out of the database. To be called inside one snapshot of it, or one transaction.</summary>
internal static class NameReading
{
    /// <summary>Above so many, reading everything anew is quicker.</summary>
    const int MostChanged = 200_000, AtOnce = 1_000;

    public static async Task<NameSnapshot> Read(DeskDb db, CancellationToken ct)
    {
        var version = await CatalogueFeed.Version(db, ct);
        var names = new NameSegmentBuilder(Count(db));
        Assets(db, "MergedInto IS NULL ORDER BY Id", names);
        Others(db, "true", names);
        return NameSnapshot.Of(names.Build(), version);
    }

    /// <summary>The same snapshot, brought up to date; null when everything has to be read anew.</summary>
    public static async Task<NameSnapshot?> Follow(DeskDb db, NameSnapshot was, CancellationToken ct)
    {
        if (was.Version < 0 || await CatalogueFeed.Since(db, was.Version, ct) is not { Count: > 0 } changes) return null;
        var touched = changes.SelectMany(c => Packed.Assets(c.Assets)).Take(MostChanged + 1).ToHashSet();
        if (touched.Count > MostChanged) return null;
        touched.UnionWith(Survivors(db, touched));

        var told = new NameSegmentBuilder(touched.Count);
        foreach (var some in touched.Order().Chunk(AtOnce))
            Assets(db, $"MergedInto IS NULL AND Id IN ({string.Join(',', some)}) ORDER BY Id", told);
        foreach (var some in touched.Chunk(AtOnce))
            Others(
                db, $"a.MergedInto IN ({string.Join(',', some)}) OR (a.MergedInto IS NULL AND a.Id IN ({string.Join(',', some)}))", told);
        return was.With(touched, told.Build(), changes[^1].Version);
    }

    /// <summary>What was merged into others is found under these.</summary>
    static HashSet<int> Survivors(DeskDb db, HashSet<int> touched)
    {
        var survivors = new HashSet<int>();
        foreach (var some in touched.Chunk(AtOnce))
        {
            using var rows =
                db.Dialect.Scan(db, $"SELECT MergedInto FROM Assets WHERE MergedInto IS NOT NULL AND Id IN ({string.Join(',', some)})", 1);
            while (rows.Next()) survivors.Add(rows.Int(0));
        }
        return survivors;
    }

    static int Count(DeskDb db)
    {
        using var rows = db.Dialect.Scan(db, "SELECT count(*) FROM Assets", 1);
        return rows.Next() ? (int)rows.Long(0) : 0;
    }

    static void Assets(DeskDb db, string where, NameSegmentBuilder into)
    {
        using var rows = db.Dialect.Scan(db, $"""
            SELECT Id, Key, Kind, PeopleData, Review, CASE WHEN GoneAt IS NULL THEN 0 ELSE 1 END,
              OnlyInIncidents, Container, Owner, Owners, {db.Dialect.TextsAsJson("Labels")}
            FROM Assets WHERE {where}
            """,
            11);
        while (rows.Next())
        {
            var flags = (rows.Int(5) == 1 ? TraitFlags.Gone : 0) | (rows.Int(6) == 1 ? TraitFlags.OnlyNamed : 0);
            var owners = rows.Text(9);
            into.Add(new()
            {
                Id = rows.Int(0), Key = rows.Text(1), Traits = new((byte)rows.Int(2), (byte)rows.Int(3), (byte)rows.Int(4), flags),
                Container = rows.Text(7), Owners = owners.Length > 2 ? owners : rows.Text(8), Labels = rows.Text(10),
            });
        }
    }

    /// <summary>Names beside the key, and the keys of what was merged into an asset: all of them answer for it.</summary>
    static void Others(DeskDb db, string where, NameSegmentBuilder into)
    {
        using (var rows = db.Dialect.Scan(db, $"SELECT a.MergedInto, a.Key FROM Assets a WHERE a.MergedInto IS NOT NULL AND ({where})", 2))
            while (rows.Next()) into.AddFormer(rows.Int(0), rows.Text(1));
        using var names = db.Dialect.Scan(db,
            $"SELECT coalesce(a.MergedInto, a.Id), n.Value FROM AssetNames n JOIN Assets a ON a.Id = n.Asset WHERE {where}", 2);
        while (names.Next()) into.AddName(names.Int(0), names.Text(1));
    }
}
