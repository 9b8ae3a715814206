using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Reading;

/// <summary>The incidents that one asset is or was part of, as far as the reader may see them.</summary>
internal static class AssetIncidents
{
    /// <summary>More than these are listed nowhere; an asset in so many is a matter of its own.</summary>
    const int Most = 100;

    public static async Task<IReadOnlyList<AssetIncident>> Of(DeskDb db, int[] ids, DateTimeOffset at, CancellationToken ct)
    {
        var links = await db.AssetLinks.AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.AssetId)).ToListAsync(ct);
        // The row that holds, or the one that held last.
        var latest = links.GroupBy(l => l.Incident).OrderByDescending(g => g.Key).Take(Most).Select(g => g.OrderBy(l => l.ToPosition is null).ThenBy(l => l.FromPosition).Last()).ToList();
        int[] numbers = [.. latest.Select(l => l.Incident)];
        var incidents = await db.Incidents.AsNoTracking().Where(i => EF.Parameter(numbers).Contains(i.Number))
            .Select(i => new { i.Number, i.Title, i.Severity, i.Status }).ToDictionaryAsync(i => i.Number, ct);
        var shown = new List<AssetIncident>();
        foreach (var link in latest)
        {
            var (about, evidence) = (incidents[link.Incident], await Evidence(db, link, ids, ct));
            var assessed = link.ToPosition is null ? Assessment.Of(evidence, at) : null;
            shown.Add(new(about.Number, about.Title, about.Severity, about.Status, link.ToPosition is null, link.ExposedFrom, link.ExposedTo, link.Disclosure,
                [.. evidence.About(EvidenceKind.Readers).Select(s => s.Piece.Says.Subject ?? "").Distinct().Order(StringComparer.Ordinal)],
                assessed?.Finding, assessed?.Why, assessed?.Contradicts(link.Disclosure)));
        }
        return shown;
    }

    static async Task<AssetEvidence> Evidence(DeskDb db, AssetLink link, int[] ids, CancellationToken ct)
    {
        var evidence = new AssetEvidence { ExposedFrom = link.ExposedFrom, ExposedTo = link.ExposedTo, Disclosure = link.Disclosure };
        await foreach (var piece in db.Evidence.AsNoTracking().Where(p => p.Incident == link.Incident && p.WithdrawnAt == null).OrderBy(p => p.Position).ThenBy(p => p.Part).AsAsyncEnumerable().WithCancellation(ct))
            evidence.Said.AddRange(EvidenceLine.Unpack(piece.Lines).Where(l => ids.Contains(l.AssetId)).Select(l => (piece, l)));
        return evidence;
    }
}
