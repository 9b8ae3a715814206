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
        var links = await AssetQueries.Links(db, incident, position).Join(db.Assets, l => l.AssetId, a => a.Id, (l, a) => new { a, l })
            .Select(r => new { r.a.Id, r.a.Key, r.a.Container, r.a.Owner, r.a.Labels, r.l.ExposedFrom, r.l.ExposedTo, r.l.Disclosure }).ToListAsync(ct);
        var evidence = links.ToDictionary(l => l.Id, l => new AssetEvidence { ExposedFrom = l.ExposedFrom, ExposedTo = l.ExposedTo, Disclosure = l.Disclosure });
        foreach (var piece in await Standing(db, incident, position).OrderBy(p => p.Position).ThenBy(p => p.Part).ToListAsync(ct))
            foreach (var line in EvidenceLine.Unpack(piece.Lines))
                // Evidence about what was unlinked since counts for nothing, until it is linked again.
                if (evidence.TryGetValue(line.AssetId, out var asset)) asset.Said.Add((piece, line));
        return new(at, [.. links.OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => new Examined(l.Key, l.Container, l.Owner, l.Labels, evidence[l.Id], Assessment.Of(evidence[l.Id], at)))]);
    }

    /// <summary>Whoever may see the incident may see its evidence; asking that once is cheaper than once a row.</summary>
    static IQueryable<EvidencePiece> Standing(DeskDb db, int incident, int position) => db.Evidence.IgnoreQueryFilters().AsNoTracking()
        .Where(p => p.Incident == incident && p.Position <= position && (p.WithdrawnAt == null || p.WithdrawnAt > position));
}
