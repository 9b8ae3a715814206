using IncidentDesk.Assets.Evidence.Assessing;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence;

/// <summary>A linked asset, and the case it is.</summary>
internal sealed record Examined(string Key, string? Container, string? Owner, IReadOnlyList<string> Labels, EvidenceCase Case);

/// <summary>All evidence on record of one incident laid beside its linked assets: read once, then counted in any way.</summary>
/// <param name="At">The instant of looking, UTC: what has no end on record runs until then.</param>
/// <param name="Assets">In the order of their keys.</param>
internal sealed record EvidenceBook(DateTimeOffset At, IReadOnlyList<Examined> Assets)
{
    /// <summary>At the incident's position; null when the caller may not see the incident.</summary>
    /// <param name="moment">What has no end on record runs until then.</param>
    /// <param name="withLabels">Labels take as long to read as all the rest.</param>
    public static async Task<EvidenceBook?> Open(DeskDb db, Incident about, Moment moment, bool withLabels, CancellationToken ct)
    {
        var (incident, position, at) = (about.Number, about.Position, moment.At);
        if (!await db.Incidents.AnyAsync(i => i.Number == incident, ct)) return null;
        var links = await Links(db, incident, position, withLabels, ct);
        var survivors = await Survivors(db, links, withLabels, ct);
        // What was merged into another asset is read through that; linked under both names, it is one.
        var assets = new Dictionary<int, Link>(links.Count);
        foreach (var link in links.Where(l => l.MergedInto is null)) assets[link.Id] = link;
        foreach (var link in links.Where(l => l.MergedInto is not null))
            assets.TryAdd(link.MergedInto!.Value,
                survivors[link.MergedInto.Value] with { From = link.From, To = link.To, Disclosure = link.Disclosure });
        var evidence = assets.ToDictionary(l => l.Key,
            l => new AssetEvidence { ExposedFrom = l.Value.From, ExposedTo = l.Value.To, Disclosure = l.Value.Disclosure });
        await Fill(db, evidence, links.Where(l => l.MergedInto is not null).ToDictionary(l => l.Id, l => l.MergedInto!.Value),
            await OnRecord(db, incident, position).OrderBy(p => p.Position).ThenBy(p => p.Part).ToListAsync(ct), ct);
        var sort = EvidenceCase.Sorter(at);
        return new(at, [.. assets.Values.OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => new Examined(l.Key, l.Container, l.Owner, l.Labels, sort(evidence[l.Id])))]);
    }

    static Task<List<Link>> Links(DeskDb db, int incident, int position, bool withLabels, CancellationToken ct)
    {
        var rows = LinkQueries.Links(db, incident, position).Join(db.Assets, l => l.AssetId, a => a.Id, (l, a) => new { a, l });
        return withLabels
            ? rows.Select(r => new Link(r.a.Id, r.a.MergedInto, r.a.Key, r.a.Container, r.a.Owner,
                r.a.Labels, r.l.ExposedFrom, r.l.ExposedTo, r.l.Disclosure)).ToListAsync(ct)
            : rows.Select(r => new Link(r.a.Id, r.a.MergedInto, r.a.Key, r.a.Container, r.a.Owner,
                Array.Empty<string>(), r.l.ExposedFrom, r.l.ExposedTo, r.l.Disclosure)).ToListAsync(ct);
    }

    static async Task<Dictionary<int, Link>> Survivors(DeskDb db, List<Link> links, bool withLabels, CancellationToken ct)
    {
        int[] ids = [.. links.Select(l => l.MergedInto).OfType<int>().Distinct()];
        if (ids.Length == 0) return [];
        var assets = await db.Assets.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Key, a.Container, a.Owner, a.Labels }).ToListAsync(ct);
        return assets.ToDictionary(a => a.Id,
            a => new Link(a.Id, null, a.Key, a.Container, a.Owner, withLabels ? a.Labels : [], null, null, default));
    }

    static async Task Fill(DeskDb db, Dictionary<int, AssetEvidence> evidence,
        Dictionary<int, int> survivors, List<EvidencePiece> pieces, CancellationToken ct)
    {
        var lines = pieces.SelectMany(p => EvidenceLine.Unpack(p.Lines).Select(line => (Piece: p, Line: line))).ToList();
        int[] others =
            [.. lines.Select(l => l.Line.AssetId).Where(id => !evidence.ContainsKey(id) && !survivors.ContainsKey(id)).Distinct()];
        if (others.Length > 0)
            foreach (var merged in await db.Assets.Where(a => a.MergedInto != null && EF.Parameter(others).Contains(a.Id))
                .Select(a => new { a.Id, a.MergedInto }).ToListAsync(ct))
                survivors[merged.Id] = merged.MergedInto!.Value;
        // Evidence about what was unlinked since counts for nothing, until it is linked again.
        foreach (var said in lines)
            if (evidence.TryGetValue(survivors.GetValueOrDefault(said.Line.AssetId, said.Line.AssetId), out var asset))
                asset.Said.Add(said);
    }

    /// <summary>Whoever may see the incident may see its evidence; asking that once is cheaper than once a row.</summary>
    static IQueryable<EvidencePiece> OnRecord(DeskDb db, int incident, int position) => db.Evidence.IgnoreQueryFilters().AsNoTracking()
        .Where(p => p.Incident == incident && p.Position <= position && (p.WithdrawnAt == null || p.WithdrawnAt > position));

    sealed record Link(int Id, int? MergedInto, string Key, string? Container, string? Owner,
        IReadOnlyList<string> Labels, DateTimeOffset? From, DateTimeOffset? To, Disclosure Disclosure);
}
