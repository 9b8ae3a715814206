using IncidentDesk.Assets;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Overview.Sheets;

/// <summary>The incidents that one asset is or was part of, as far as the reader may see them.</summary>
internal static class AssetIncidents
{
    /// <summary>More than these are listed nowhere; an asset in so many is a matter of its own.</summary>
    const int Most = 100;

    /// <param name="db">As the caller sees it.</param>
    /// <param name="ids">The asset and what was merged into it.</param>
    /// <param name="moment">Of which time.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<IReadOnlyList<AssetIncident>> Of(DeskDb db, int[] ids, Moment moment, CancellationToken ct)
    {
        var links = await db.AssetLinks.AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.AssetId)).ToListAsync(ct);
        var shown = new List<AssetIncident>();
        var numbers = links.Select(l => l.Incident).Distinct().ToArray();
        var known = await (await IncidentView.It.At(db, moment, i => EF.Parameter(numbers).Contains(i.Number), ct)).Read(ct);
        foreach (var about in known.OrderByDescending(i => i.Number))
        {
            if (shown.Count == Most) break;
            if (Latest(links.Where(l => l.Incident == about.Number), about.Position) is { } link)
                shown.Add(await Told(db, about, link, ids, moment.At, ct));
        }
        return shown;
    }

    /// <summary>The row that held at a position, or the one that held last before it.</summary>
    static AssetLink? Latest(IEnumerable<AssetLink> links, int position) =>
        links.Where(l => l.FromPosition <= position).OrderBy(l => Holds(l, position)).ThenBy(l => l.FromPosition).LastOrDefault();

    static bool Holds(AssetLink link, int position) => link.ToPosition is not { } ended || ended > position;

    static async Task<AssetIncident> Told(DeskDb db, Incident about, AssetLink link, int[] ids, DateTimeOffset at, CancellationToken ct)
    {
        var (linked, evidence) = (Holds(link, about.Position), await Evidence(db, link, ids, about.Position, ct));
        var assessed = linked ? Assessment.Of(evidence, at) : null;
        return new(about.Number, about.Title, about.Severity, about.Status, linked, link.ExposedFrom, link.ExposedTo, link.Disclosure,
            [.. evidence.About(EvidenceKind.Readers).Select(s => s.Piece.Says.Subject ?? "").Distinct().Order(StringComparer.Ordinal)],
            assessed?.Access, assessed?.Why, assessed?.Contradicts(link.Disclosure));
    }

    static async Task<AssetEvidence> Evidence(DeskDb db, AssetLink link, int[] ids, int position, CancellationToken ct)
    {
        var evidence = new AssetEvidence { ExposedFrom = link.ExposedFrom, ExposedTo = link.ExposedTo, Disclosure = link.Disclosure };
        var onRecord = db.Evidence.AsNoTracking()
            .Where(p => p.Incident == link.Incident && p.Position <= position && (p.WithdrawnAt == null || p.WithdrawnAt > position));
        await foreach (var piece in onRecord.OrderBy(p => p.Position).ThenBy(p => p.Part).AsAsyncEnumerable().WithCancellation(ct))
            evidence.Said.AddRange(EvidenceLine.Unpack(piece.Lines).Where(l => ids.Contains(l.AssetId)).Select(l => (piece, l)));
        return evidence;
    }
}
