using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Importing;

/// <summary>Where imports stand: bookkeeping beside the rows they write, in the same transactions.</summary>
internal static class ImportLog
{
    /// <summary>The source of this name; a new one if there is none yet.</summary>
    public static async Task<CatalogueSource> Source(this DeskDb db, string name, CancellationToken ct)
    {
        if (await db.CatalogueSources.AsNoTracking().SingleOrDefaultAsync(s => s.Name == name, ct) is { } known) return known;
        var source = new CatalogueSource { Id = (await db.CatalogueSources.MaxAsync(s => (int?)s.Id, ct) ?? 0) + 1, Name = name };
        db.CatalogueSources.Add(source);
        await db.SaveChangesAsync(ct);
        return source;
    }

    /// <summary>The run, if this process still carries it out; another one may have gone on with it meanwhile.</summary>
    public static async Task<Outcome<ImportRun>> UnderWay(this DeskDb db, int id, Guid holder, CancellationToken ct)
    {
        var run = await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        return run is { State: ImportState.Running } && run.Holder == holder ? run : new Refusal.NotFound($"running import {id}");
    }

    public static async Task Keep(this DeskDb db, ImportRun run, CancellationToken ct)
    {
        if (await db.ImportRuns.FindAsync([run.Id], ct) is { } was) db.Entry(was).CurrentValues.SetValues(run);
        else db.ImportRuns.Add(run);
        await db.SaveChangesAsync(ct);
    }

    public static async Task Keep(this DeskDb db, CatalogueSource source, CancellationToken ct)
    {
        if (await db.CatalogueSources.FindAsync([source.Id], ct) is { } was) db.Entry(was).CurrentValues.SetValues(source);
        await db.SaveChangesAsync(ct);
    }

    public static async Task ForgetRuns(this DeskDb db, int source, int before, int kept, CancellationToken ct)
    {
        var oldest = await db.ImportRuns.Where(r => r.Source == source && r.Id < before)
            .OrderByDescending(r => r.Id).Skip(kept - 1).Select(r => (int?)r.Id).FirstOrDefaultAsync(ct);
        if (oldest is { } id) await db.ImportRuns.Where(r => r.Source == source && r.Id < id).ExecuteDeleteAsync(ct);
    }
}
