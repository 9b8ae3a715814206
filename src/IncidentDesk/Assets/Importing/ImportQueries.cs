using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing;

/// <summary>Reading of imports, those under way and those of before.</summary>
public static class ImportQueries
{
    public static Task<ImportRun?> Find(DeskDb db, int id, CancellationToken ct = default) =>
        db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>The newest first.</summary>
    public static async Task<Page<ImportRun>> List(DeskDb db, int? before, int limit, CancellationToken ct = default) => Page.Of(
        await db.ImportRuns.AsNoTracking().Where(r => before == null || r.Id < before)
            .OrderByDescending(r => r.Id).Take(Page.Size(limit) + 1).ToListAsync(ct),
        limit, r => r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Where assets come from, with when each was last read.</summary>
    public static async Task<IReadOnlyList<CatalogueSource>> Sources(DeskDb db, CancellationToken ct = default) =>
        await db.CatalogueSources.AsNoTracking().OrderBy(s => s.Name).ToListAsync(ct);

    /// <summary>Assets that the source of a run named before and the run did not, behind one of them.</summary>
    internal static async Task<IReadOnlyList<int>> Unnamed(DeskDb db, ImportRun run, int after, int most, CancellationToken ct) =>
        await db.SourceAssets
            .Where(s => s.Asset > after && s.Source == run.Source && s.Run != run.Id && !s.Gone)
            .OrderBy(s => s.Asset).Take(most).Select(s => s.Asset).ToListAsync(ct);

    /// <summary>The same of edges, from one origin on.</summary>
    internal static async Task<IReadOnlyList<AssetEdge>> UnnamedEdges(
        DeskDb db, ImportRun run, int from, int most, CancellationToken ct) => await db.AssetEdges.AsNoTracking()
            .Where(e => e.From >= from && e.Source == run.Source && e.Run != run.Id && e.GoneAt == null)
            .OrderBy(e => e.From).Take(most).ToListAsync(ct);
}
