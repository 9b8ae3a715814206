using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence;

/// <summary>A linked asset, what is on record about it and what that comes to.</summary>
internal sealed record Examined(string Key, string? Container, string? Owner, IReadOnlyList<string> Labels, AssetEvidence Evidence, Assessment Assessment);

/// <summary>All standing evidence of one incident laid beside its linked assets: read once, then counted in any way.</summary>
/// <param name="At">The instant of looking, UTC: what has no end on record runs until then.</param>
/// <param name="Assets">In the order of their keys.</param>
internal sealed record EvidenceBook(DateTimeOffset At, IReadOnlyList<Examined> Assets)
{
    /// <summary>At a position of the incident's record; null when the caller may not see the incident.</summary>
    public static async Task<EvidenceBook?> Open(DeskDb db, int incident, DateTimeOffset at, int position, CancellationToken ct)
    {
        if (!await db.Incidents.AnyAsync(i => i.Number == incident, ct)) return null;
        // What was merged into another asset is read through that; linked under both names, it is one.
        var links = await AssetQueries.Links(db, incident, position).Join(db.Assets, l => l.AssetId, a => a.Id, (l, a) => new { l, Id = a.MergedInto ?? a.Id })
            .Join(db.Assets, r => r.Id, a => a.Id, (r, a) => new { a.Id, a.Key, a.Container, a.Owner, a.Labels, r.l.AssetId, r.l.ExposedFrom, r.l.ExposedTo, r.l.Disclosure }).ToListAsync(ct);
        var assets = links.OrderBy(l => l.AssetId != l.Id).ThenBy(l => l.AssetId).DistinctBy(l => l.Id).OrderBy(l => l.Key, StringComparer.Ordinal).ToList();
        var evidence = assets.ToDictionary(l => l.Id, l => new AssetEvidence { ExposedFrom = l.ExposedFrom, ExposedTo = l.ExposedTo, Disclosure = l.Disclosure });
        await Fill(db, evidence, links.Where(l => l.AssetId != l.Id).ToDictionary(l => l.AssetId, l => l.Id), await Standing(db, incident, position).OrderBy(p => p.Position).ThenBy(p => p.Part).ToListAsync(ct), ct);
        return new(at, [.. assets.Select(l => new Examined(l.Key, l.Container, l.Owner, l.Labels, evidence[l.Id], Assessment.Of(evidence[l.Id], at)))]);
    }

    static async Task Fill(DeskDb db, Dictionary<int, AssetEvidence> evidence, Dictionary<int, int> survivors, List<EvidencePiece> pieces, CancellationToken ct)
    {
        var lines = pieces.SelectMany(p => EvidenceLine.Unpack(p.Lines).Select(line => (Piece: p, Line: line))).ToList();
        int[] others = [.. lines.Select(l => l.Line.AssetId).Where(id => !evidence.ContainsKey(id) && !survivors.ContainsKey(id)).Distinct()];
        if (others.Length > 0)
            foreach (var merged in await db.Assets.Where(a => a.MergedInto != null && EF.Parameter(others).Contains(a.Id)).Select(a => new { a.Id, a.MergedInto }).ToListAsync(ct))
                survivors[merged.Id] = merged.MergedInto!.Value;
        // Evidence about what was unlinked since counts for nothing, until it is linked again.
        foreach (var (piece, line) in lines)
            if (evidence.TryGetValue(survivors.GetValueOrDefault(line.AssetId, line.AssetId), out var asset)) asset.Said.Add((piece, line));
    }

    /// <summary>Whoever may see the incident may see its evidence; asking that once is cheaper than once a row.</summary>
    static IQueryable<EvidencePiece> Standing(DeskDb db, int incident, int position) => db.Evidence.IgnoreQueryFilters().AsNoTracking()
        .Where(p => p.Incident == incident && p.Position <= position && (p.WithdrawnAt == null || p.WithdrawnAt > position));
}
