using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.ChangeFeed;

/// <summary>
/// How what is kept in memory of the catalogue follows it: ask for the version, and when it
/// moved on, for what came since.
/// </summary>
public static class CatalogueFeed
{
    /// <summary>How many batches are kept; who is further behind loads anew.</summary>
    internal const int Kept = 512;

    /// <summary>Where the catalogue stands; 0 when nothing was ever in it. One look into an index.</summary>
    public static async Task<long> Version(DeskDb db, CancellationToken ct = default) =>
        await db.CatalogueChanges.MaxAsync(c => (long?)c.Version, ct) ?? 0;

    /// <summary>
    /// The changes behind a version in their order; null when some of them are not kept any more and
    /// everything has to be read anew.
    /// </summary>
    public static async Task<IReadOnlyList<CatalogueChange>?> Since(DeskDb db, long version, CancellationToken ct = default)
    {
        var changes = await db.CatalogueChanges.AsNoTracking().Where(c => c.Version > version).OrderBy(c => c.Version).ToListAsync(ct);
        return changes.Count == 0 || changes[0].Version == version + 1 ? changes : null;
    }

    /// <summary>Every writer of assets or edges says so here, in the same transaction.</summary>
    internal static async Task Changed(this DeskDb db, IEnumerable<int> assets, IEnumerable<EdgeChange> edges, CancellationToken ct)
    {
        var (packedAssets, packedEdges) = (Packed.Assets(assets), Packed.Edges(edges));
        if (packedAssets.Length + packedEdges.Length == 0) return;
        var version = await Version(db, ct) + 1;
        await db.Run("INSERT INTO CatalogueChanges (Version, Assets, Edges) VALUES (@version, @assets, @edges)", ct,
            ("@version", version), ("@assets", packedAssets), ("@edges", packedEdges));
        await db.Run("DELETE FROM CatalogueChanges WHERE Version <= @old", ct, ("@old", version - Kept));
    }
}
