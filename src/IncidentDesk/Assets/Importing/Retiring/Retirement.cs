using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Assets.Importing.Retiring;

/// <summary>An asset is gone when no source names it, or what is merged into it, any more.</summary>
internal static class Retirement
{
    /// <summary>Marks those of the assets that are gone, and says which those are. Their sightings stand already.</summary>
    public static async Task<IReadOnlyList<int>> Retire(
        this DeskDb db, IReadOnlyCollection<int> assets, DateTimeOffset at, CancellationToken ct)
    {
        if (assets.Count == 0) return [];
        await db.Temporary("doubted", "asset integer", ct);
        await db.Dialect.Load(db, "doubted", ["asset"], assets.Select(a => new object?[] { a }), ct);
        return await db.Rows("""
            UPDATE Assets SET GoneAt = @at
            WHERE GoneAt IS NULL AND Id IN (SELECT coalesce(a.MergedInto, a.Id) FROM doubted d JOIN Assets a ON a.Id = d.asset)
              AND NOT EXISTS (SELECT 1 FROM AssetSightings s WHERE s.Asset = Assets.Id AND NOT s.Gone)
              AND NOT EXISTS (SELECT 1 FROM Assets m JOIN AssetSightings s ON s.Asset = m.Id WHERE m.MergedInto = Assets.Id AND NOT s.Gone)
            RETURNING Id
            """,
            r => r.GetInt32(0), ct, ("@at", at));
    }
}
