using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Evidence;

/// <summary>Reading the evidence of an incident at its position; nothing when the caller may not see the incident.</summary>
public static class EvidenceQueries
{
    public static async Task<EvidenceSummary?> Summary(
        DeskDb db, Incident about, RollUpBy? by, Moment moment, CancellationToken ct = default)
    {
        return await EvidenceBook.Open(db, about, moment, by is RollUpBy.Label, ct) is { } book ? Summed(book, by) : null;
    }

    /// <summary>The summary and a page of the assets from one reading.</summary>
    public static async Task<(EvidenceSummary? Summary, Page<AssessedAsset> Assets)> Both(
        DeskDb db, Incident about, RollUpBy by, AssessedFilter filter,
        string? after, int limit, Moment moment, CancellationToken ct = default) =>
        await EvidenceBook.Open(db, about, moment, by is RollUpBy.Label, ct) is { } book
            ? (Summed(book, by), Some(book, filter, after, limit))
            : (null, new([], null));

    /// <summary>In the order of their keys, those behind <paramref name="after"/> only.</summary>
    public static async Task<Page<AssessedAsset>> Assets(DeskDb db, Incident about,
        AssessedFilter filter, string? after, int limit, Moment moment, CancellationToken ct = default)
    {
        return await EvidenceBook.Open(db, about, moment, withLabels: false, ct) is { } book
            ? Some(book, filter, after, limit)
            : new([], null);
    }

    /// <summary>All of them, for an export.</summary>
    public static async Task<IEnumerable<AssessedAsset>> Every(
        DeskDb db, Incident about, AssessedFilter filter, Moment moment, CancellationToken ct = default) =>
        await EvidenceBook.Open(db, about, moment, withLabels: false, ct) is { } book ? book.Assets.Where(filter.Takes).Select(Shown) : [];

    /// <summary>Every entry that recorded evidence, the latest first; withdrawn ones too.</summary>
    public static async Task<IReadOnlyList<EvidenceEntry>> Entries(DeskDb db, Incident about, CancellationToken ct = default)
    {
        var pieces = await db.Evidence.AsNoTracking().Where(p => p.Incident == about.Number && p.Position <= about.Position)
            .Select(p => new { p.Position, p.Kind, p.RecordedBy, p.RecordedAt, p.WithdrawnAt }).Distinct().ToListAsync(ct);
        var positions = pieces.Select(p => p.Position).ToList();
        var entries = await db.Entries.AsNoTracking()
            .Where(e => e.Incident == about.Number && positions.Contains(e.Position)).ToDictionaryAsync(e => e.Position, ct);
        return [.. pieces.OrderByDescending(p => p.Position).Select(p => new EvidenceEntry(
            p.Position, p.Kind, Recorded.From(entries[p.Position]).Event.Sentence(),
            p.RecordedBy, p.RecordedAt, p.WithdrawnAt <= about.Position ? p.WithdrawnAt : null))];
    }

    static EvidenceSummary Summed(EvidenceBook book, RollUpBy? by) =>
        new(book.At, EvidenceFigures.Of(book.Assets, book.At), SearchedSource.Of(EvidenceFigures.Counted(book.Assets)),
            CoveredByLog.Of(EvidenceFigures.Counted(book.Assets)), by is { } way ? Groups(book, way) : []);

    static Page<AssessedAsset> Some(EvidenceBook book, AssessedFilter filter, string? after, int limit) => Page.Of(
        [.. book.Assets.Where(a => filter.Takes(a) && (after is null || string.CompareOrdinal(a.Key, after) > 0))
            .Take(Page.Size(limit) + 1).Select(Shown)], limit, a => a.Key);

    static IReadOnlyList<EvidenceGroup> Groups(EvidenceBook book, RollUpBy by) =>
        [.. book.Assets.SelectMany(a => Names(a, by).Select(name => (Name: name, Asset: a)))
            .GroupBy(g => g.Name).Select(g => new EvidenceGroup(g.Key, EvidenceFigures.Of(g.Select(x => x.Asset), book.At)))
            .OrderByDescending(g => g.Figures.Assets).ThenBy(g => g.Name, StringComparer.Ordinal)];

    static IReadOnlyList<string?> Names(Examined a, RollUpBy by) => by switch
    {
        RollUpBy.Container => [a.Container],
        RollUpBy.Owner => [a.Owner],
        RollUpBy.Label => a.Labels.Count == 0 ? [null] : [.. a.Labels],
        _ => [a.Case.Evidence.Disclosure.Spelled()],
    };

    static AssessedAsset Shown(Examined asset)
    {
        var (evidence, assessment) = (asset.Case.Evidence, asset.Case.Assessment);
        return new(asset.Key, asset.Container, asset.Owner, evidence.ExposedFrom, evidence.ExposedTo,
            evidence.Disclosure, assessment.Access, assessment.Doubt, assessment.Why,
            asset.Case.Contradiction, assessment.Actual, assessment.Estimated, assessment.Unknown,
            assessment.Coverage is { } share ? Math.Round(share, 4) : null, asset.Case.Readers, asset.Case.Containment);
    }
}
