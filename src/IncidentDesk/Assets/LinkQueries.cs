using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>By what linked assets are counted together.</summary>
public enum RollUpBy { Container, Owner, Label, Disclosure }

/// <summary>One group of linked assets. Under labels an asset counts once for each of its labels.</summary>
/// <param name="Name">Null for those that have none.</param>
/// <param name="PeopleData">How many of them hold data about people.</param>
public sealed record RollUpRow(string? Name, int Count, int PeopleData, AssetTally Disclosures);

/// <summary>An asset as part of an incident.</summary>
/// <param name="LinkedAt">Position of the entry since which this is so.</param>
public sealed record LinkedAsset(
    string Key, AssetKind Kind, string? Container, string? Owner, IReadOnlyList<string> Labels, PeopleData PeopleData,
    DateTimeOffset? ExposedFrom, DateTimeOffset? ExposedTo, Disclosure Disclosure, int LinkedAt);

public static partial class LinkQueries
{
    /// <summary>
    /// Assets of an incident in the order of their keys, as linked at its position; none when the caller may not see it. Names match
    /// as in the search of the catalogue.
    /// </summary>
    public static async Task<Page<LinkedAsset>> Linked(
        DeskDb db, CatalogueNames names, Incident about, AssetFilter filter,
        Disclosure? disclosure, string? after, int limit, CancellationToken ct = default)
    {
        if (!await db.Incidents.AnyAsync(i => i.Number == about.Number, ct)) return new([], null);
        var links = Links(db, about.Number, about.Position);
        if (disclosure is { } state) links = links.Where(l => l.Disclosure == state);
        var assets = AssetQueries.Behind(filter.InDatabase(db), after);
        if (filter.InMemory is { IsEmpty: false } rest)
        {
            var ids = await FirstFitting(db, names, assets.Where(a => links.Any(l => l.AssetId == a.Id)), rest, Page.Size(limit) + 1, ct);
            assets = assets.Where(a => ids.Contains(a.Id));
        }
        var rows = await assets
            .Join(links, a => a.Id, l => l.AssetId, (a, l) => new { a, l }).OrderBy(r => r.a.Key).Take(Page.Size(limit) + 1)
            .Select(r => new LinkedAsset(r.a.Key, r.a.Kind, r.a.Container, r.a.Owner, r.a.Labels, r.a.PeopleData,
                r.l.ExposedFrom, r.l.ExposedTo, r.l.Disclosure, r.l.FromPosition)).ToListAsync(ct);
        return Page.Of(rows, limit, r => r.Key);
    }

    /// <summary>The first of these assets, by key, that fit. Whoever names an asset means what was merged into it as well.</summary>
    static async Task<List<int>> FirstFitting(
        DeskDb db, CatalogueNames names, IQueryable<Asset> assets, AssetFilter filter, int most, CancellationToken ct)
    {
        var now = await names.Now(db, ct);
        if (filter.Review is not null) now = await names.Reviewed(db, now, ct);
        var (fitting, found) = (now.Fitting(filter), new List<int>());
        await foreach (var a in assets.OrderBy(a => a.Key)
            .Select(a => new { a.Id, Is = a.MergedInto ?? a.Id }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (a.Is < fitting.Length && fitting[a.Is]) found.Add(a.Id);
            if (found.Count == most) break;
        }
        return found;
    }

    /// <summary>The same assets counted in groups, the largest first.</summary>
    public static async Task<IReadOnlyList<RollUpRow>> RollUp(DeskDb db, Incident about, RollUpBy by, CancellationToken ct = default)
    {
        if (!await db.Incidents.AnyAsync(i => i.Number == about.Number, ct)) return [];
        var rows = await db.Rows($"""
            SELECT {Name(by)}, l.Disclosure, count(*), count(*) FILTER (WHERE a.PeopleData = {(int)PeopleData.Yes})
              FROM AssetLinks l JOIN Assets a ON a.Id = l.AssetId
            {(by is RollUpBy.Label ? $"LEFT JOIN {db.Dialect.Each("a.Labels", "label")} ON true" : "")}
            WHERE l.Incident = @incident AND l.FromPosition <= @position AND coalesce(l.ToPosition > @position, true) GROUP BY 1, 2
            """,
            r => (Name: r.IsDBNull(0) ? null : r.GetString(0),
                Disclosure: (Disclosure)r.GetInt32(1), Count: r.GetInt32(2), People: r.GetInt32(3)),
            ct, ("@incident", about.Number), ("@position", about.Position));
        return [.. rows.GroupBy(r => by is RollUpBy.Disclosure ? r.Disclosure.Spelled() : r.Name)
            .Select(g => new RollUpRow(g.Key, g.Sum(r => r.Count), g.Sum(r => r.People),
                g.Aggregate(AssetTally.None, (t, r) => t.Plus(r.Disclosure, r.Count))))
            .OrderByDescending(r => r.Count).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>The keys of all assets linked now.</summary>
    internal static async Task<HashSet<string>> LinkedKeys(DeskDb db, int incident, CancellationToken ct) =>
        await Links(db, incident, null).Join(db.Assets, l => l.AssetId, a => a.Id, (_, a) => a.Key)
            .AsAsyncEnumerable().ToHashSetAsync(StringComparer.Ordinal, ct);

    static string Name(RollUpBy by) => by switch
    {
        RollUpBy.Container => "a.Container",
        RollUpBy.Owner => "a.Owner",
        RollUpBy.Label => "label.value",
        _ => "NULL",
    };

    /// <summary>Numbers of what was linked at the incident's position; whether the caller may see it was asked before.</summary>
    internal static Task<List<int>> LinkedIds(DeskDb db, Incident about, CancellationToken ct) =>
        Links(db, about.Number, about.Position).Select(l => l.AssetId).Distinct().ToListAsync(ct);

    /// <summary>Whoever may see the incident may see all its links; asking that once is cheaper than once a row.</summary>
    internal static IQueryable<AssetLink> Links(DeskDb db, int incident, int? asOf)
    {
        var links = db.AssetLinks.IgnoreQueryFilters().AsNoTracking().Where(l => l.Incident == incident);
        return asOf is { } position
            ? links.Where(l => l.FromPosition <= position && (l.ToPosition == null || l.ToPosition > position))
            : links.Where(l => l.ToPosition == null);
    }
}
