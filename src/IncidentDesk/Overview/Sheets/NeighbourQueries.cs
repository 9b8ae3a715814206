using IncidentDesk.Assets;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Sheets;

/// <summary>What is one hop up or down the lineage of an asset, read through what assets were merged into.</summary>
internal static class NeighbourQueries
{
    public static Task<Neighbours> Upstream(DeskDb db, int[] ids, int limit, CancellationToken ct) =>
        Of(db, db.AssetEdges.Where(e => e.GoneAt == null && EF.Parameter(ids).Contains(e.To))
            .Select(e => new Hop { Other = e.From, Job = e.Job }), ids, limit, ct);

    public static Task<Neighbours> Downstream(DeskDb db, int[] ids, int limit, CancellationToken ct) =>
        Of(db, db.AssetEdges.Where(e => e.GoneAt == null && EF.Parameter(ids).Contains(e.From))
            .Select(e => new Hop { Other = e.To, Job = e.Job }), ids, limit, ct);

    static async Task<Neighbours> Of(DeskDb db, IQueryable<Hop> hops, int[] ids, int limit, CancellationToken ct)
    {
        var there = hops.Join(db.Assets, h => h.Other, a => a.Id, (h, a) => new Hop { Other = a.MergedInto ?? a.Id, Job = h.Job })
            .Where(h => !EF.Parameter(ids).Contains(h.Other));
        var others = there.Select(h => h.Other).Distinct();
        var count = await others.CountAsync(ct);
        if (count == 0) return new(0, []);
        var first = await others.Join(db.Assets, id => id, a => a.Id,
            (_, a) => new { a.Id, a.Key, a.Kind, a.Owner, a.PeopleData, a.GoneAt }).OrderBy(a => a.Key).Take(limit).ToListAsync(ct);
        int[] shown = [.. first.Select(f => f.Id)];
        var jobs = await there.Where(h => h.Job != 0 && EF.Parameter(shown).Contains(h.Other)).Distinct()
            .Join(db.Assets, h => h.Job, a => a.Id, (h, a) => new { h.Other, a.Key }).OrderBy(j => j.Key).ToListAsync(ct);
        var between = jobs.ToLookup(j => j.Other, j => j.Key);
        return new(count,
            [.. first.Select(f => new Neighbour(f.Key, f.Kind, f.Owner, f.PeopleData, f.GoneAt, [.. between[f.Id].Distinct()]))]);
    }

    sealed record Hop
    {
        public required int Other { get; init; }
        public required int Job { get; init; }
    }
}
