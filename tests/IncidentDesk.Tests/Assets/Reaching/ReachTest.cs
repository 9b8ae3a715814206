using IncidentDesk.Assets.Lineage;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Assets.Reaching;
using IncidentDesk.Incidents;
using IncidentDesk.Tests.Incidents;

namespace IncidentDesk.Tests.Assets.Reaching;

/// <summary>An incident about two tables of a small company, and all that is made of them.</summary>
public abstract class ReachTest : IncidentTest
{
    protected const string Keys = "hive://w/logs.keys", Lonely = "hive://w/logs.lonely",
        Daily = "hive://w/features.daily", Rank = "hive://w/features.rank",
        Model = "mlflow://m/ranker", Board = "looker://b/people", Crm = "crm://unknown/export", Source = "kafka://k/strokes";

    /// <summary>
    /// strokes → keys → daily → rank → model → people; daily → people; model → rank again; daily →
    /// an export that nobody describes.
    /// </summary>
    protected const string Company = $"""
        key,kind,container,owner,labels,people_data,upstreams
        {Source},topic,k,ann,,yes,
        {Keys},table,logs,ann,keystrokes,yes,{Source}
        {Lonely},table,logs,ann,keystrokes,yes,
        {Daily},feature-table,features,ben,ml;staff,yes,{Keys}
        {Rank},feature-table,features,ben,ml,unknown,{Daily};{Model}
        {Model},model,registry,,,no,{Rank}
        {Board},dashboard,boards,cat,staff,yes,{Model};{Daily}
        {Crm}/note,unknown,,,,,{Crm}
        {Crm},stub,,,,,{Daily}
        """;

    protected CatalogueLineage Lineage => Service<CatalogueLineage>();

    protected async Task<int> DeclareWith(string pattern = "hive://w/logs.*", Visibility visibility = Visibility.Open)
    {
        await Done(Catalogue.Import(Company));
        var incident = await Declare("Keystrokes are readable by everybody", visibility);
        await Done(new LinkAssets { Incident = incident, Pattern = pattern });
        return incident;
    }

    protected async Task<BlastRadius> Radius(int incident, ReachWanted? wanted = null,
        DateTimeOffset? asKnownAt = null, Actor? by = null) => await Read(async (db, _) =>
            await (await Reached.From(db, Lineage, incident, wanted ?? ReachWanted.Usual, At(asKnownAt))).Value!
                .Count(db, Clock.GetUtcNow()), by);

    protected async Task<Page<ReachedAsset>> List(int incident, ReachFilter? filter = null,
        ReachWanted? wanted = null, string? after = null, int limit = 500) => await Read(async (db, _) =>
            await (await Reached.From(db, Lineage, incident, wanted ?? ReachWanted.Usual, RightNow)).Value!
                .List(db, filter ?? new(), after, limit));
}
