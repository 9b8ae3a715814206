using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Lineage;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Reaching;

/// <summary>
/// What an incident reaches, at one version of the catalogue: found once, then counted and listed as often as one likes, page
/// after page of the same answer.
/// </summary>
public sealed class Reached
{
    readonly LineageGraph _graph;
    readonly Reach _reach;
    readonly ReachWanted _wanted;
    readonly IReadOnlyList<int> _linked;
    readonly Lazy<ReachList> _list;

    internal Reached(LineageGraph graph, IReadOnlyList<int> linked, ReachWanted wanted)
    {
        _graph = wanted.WithGone ? graph.WithGoneEdges() : graph;
        (_linked, _wanted) = (linked, wanted);
        _reach = _graph.Reach(linked, wanted.Direction,
            Math.Min(wanted.Depth ?? Reach.MostHops, Reach.MostHops), wanted.Most, wanted.WithGone);
        _list = new(() => new(_graph, _reach));
    }

    public required int Incident { get; init; }
    public required int Position { get; init; }
    public bool HasLinks => _linked.Count > 0;

    /// <summary>Refused as not found where the caller sees no such incident, or it had not been declared by then.</summary>
    /// <param name="db">As the caller sees it.</param>
    /// <param name="lineage">The process's own.</param>
    /// <param name="incident">Its number.</param>
    /// <param name="wanted">How far to look.</param>
    /// <param name="moment">Begins at what was linked then; the lineage is that of now in any case, older ones are not kept.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<Outcome<Reached>> From(
        DeskDb db, CatalogueLineage lineage, int incident, ReachWanted wanted, Moment moment, CancellationToken ct = default)
    {
        var about = await IncidentQueries.At(db, incident, moment, ct);
        return about.Done ? await From(db, lineage, about.Value, wanted, ct) : about.Refusal;
    }

    /// <summary>The same of an incident that the caller was shown, at its position.</summary>
    public static async Task<Reached> From(
        DeskDb db, CatalogueLineage lineage, Incident about, ReachWanted wanted, CancellationToken ct = default)
    {
        var linked = await LinkQueries.LinkedIds(db, about, ct);
        return new Reached(await lineage.Now(db, ct), linked, wanted) { Incident = about.Number, Position = about.Position };
    }

    /// <summary>Numbers of all that was reached, without those it began at.</summary>
    internal IReadOnlyList<int> Assets(bool onlyPeopleData) =>
        [.. _list.Value.Behind(default, new() { PeopleData = onlyPeopleData ? PeopleData.Yes : null }).Order()];

    /// <summary>How many that is.</summary>
    public int HowMany(bool onlyPeopleData) => onlyPeopleData ? Assets(onlyPeopleData: true).Count : _reach.Count;

    /// <param name="db">Where the age of the sources stands.</param>
    /// <param name="now">From here the age of sources is counted: the moment a report or page speaks of.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<BlastRadius> Count(DeskDb db, DateTimeOffset now, CancellationToken ct = default)
    {
        var count = new ReachCount(_graph, _reach);
        var distances = count.ByDistance;
        return new()
        {
            Incident = Incident, Direction = _wanted.Direction, Position = Position,
            Linked = _linked.Count, Total = _reach.Count, PeopleData = count.PeopleData,
            Hops = distances.Count, ByDistance = distances, ByContainer = count.ByContainer(_reach),
            ByOwner = count.ByOwner, ByLabel = count.ByLabel,
            ByPeopleData = count.ByPeopleData, ByReview = count.ByReview,
            ByKind = count.ByKind, Completeness = await Completeness(db, count, now, ct),
        };
    }

    /// <summary>The nearest first, and among those as near, in the order in which the catalogue came to know them.</summary>
    public async Task<Page<ReachedAsset>> List(DeskDb db, ReachFilter filter, string? after, int limit, CancellationToken ct = default)
    {
        var found = _list.Value.Behind(ReachCursor.Read(after), filter).Take(Page.Size(limit) + 1).ToList();
        var ways = new ShortestWay(_graph, _reach, _wanted.Direction);
        var page = Page.Of(found.ConvertAll(node => (Node: node, Way: ways.To(node))),
            limit, r => new ReachCursor(_reach.Distance[r.Node], r.Node).ToString());
        var ids = page.Items.SelectMany(r => r.Way).Distinct().ToList();
        var assets = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return new([.. page.Items.Select(r => Shown(assets[r.Node], [.. r.Way.Select(id => assets[id].Key)]))], page.Next);

        ReachedAsset Shown(Asset a, IReadOnlyList<string> way) => new(
            a.Key, a.Kind, a.Container, a.Owner, a.Labels, a.PeopleData, a.Review, _reach.Distance[a.Id], way, a.GoneAt is not null);
    }

    async Task<Completeness> Completeness(DeskDb db, ReachCount count, DateTimeOffset now, CancellationToken ct)
    {
        var (along, against) = _wanted.Direction is LineageDirection.Downstream ? (_graph.Forward, _graph.Backward)
            : (_graph.Backward, _graph.Forward);
        var tooLarge = _reach.CutOff && _reach.Count > _wanted.Most;
        var seeds = _linked.Select(_graph.Survivor).Distinct();
        return new()
        {
            Stubs = count.Stubs, OldAfterDays = _wanted.OldAfterDays, OldSources = await OldSources(db, count.Sources, now, ct),
            LinkedWithoutLineage = seeds.Count(s => s >= _graph.Nodes || along.Degree(s) + against.Degree(s) == 0),
            SizeLimit = tooLarge ? _wanted.Most : null, DepthLimit = _reach.CutOff && !tooLarge ? _wanted.Depth ?? Reach.MostHops : null,
            GoneAssets = _wanted.WithGone ? 0 : _graph.GoneAssets.Count(a => !_reach.Has(a) && against.Of(a).ToArray().Any(_reach.Has)),
            GoneEdges = _wanted.WithGone ? 0 : _graph.GoneEdges.Count(
                e => _wanted.Direction is LineageDirection.Downstream ? LeadsOut(e.From, e.To) : LeadsOut(e.To, e.From)),
        };

        bool LeadsOut(int from, int to) => _reach.Has(from) && !_reach.Has(to);
    }

    async Task<IReadOnlyList<OldSource>> OldSources(DeskDb db, int[] assets, DateTimeOffset now, CancellationToken ct)
    {
        var imported = (await db.Set<CatalogueSource>().AsNoTracking().ToListAsync(ct)).ToDictionary(s => s.Name, s => s.ImportedAt);
        var limit = now.AddDays(-_wanted.OldAfterDays);
        return [.. assets.Select((count, number) => (count, number)).Where(s => s.count > 0 && s.number > 0)
            .Select(s => new OldSource(_graph.Words[s.number]!, imported.GetValueOrDefault(_graph.Words[s.number]!), s.count))
            .Where(s => s.ImportedAt is null || s.ImportedAt < limit)
            .OrderBy(s => s.ImportedAt).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }
}
