using System.Linq.Expressions;
using IncidentDesk.Assets.Evidence;
using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Naming;
using IncidentDesk.Assets.Saving;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets;

/// <summary>The tables of the catalogue, of links and of evidence.</summary>
public static class AssetTables
{
    extension(DeskDb db)
    {
        public DbSet<Asset> Assets => db.Set<Asset>();
        public DbSet<AssetEdge> AssetEdges => db.Set<AssetEdge>();
        public DbSet<AssetAlias> AssetNames => db.Set<AssetAlias>();
        public DbSet<SourceAsset> SourceAssets => db.Set<SourceAsset>();
        public DbSet<CatalogueSource> CatalogueSources => db.Set<CatalogueSource>();
        public DbSet<CatalogueChange> CatalogueChanges => db.Set<CatalogueChange>();
        public DbSet<SavedSearch> SavedSearches => db.Set<SavedSearch>();
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();
        public DbSet<AssetLink> AssetLinks => db.Set<AssetLink>();
        public DbSet<EvidencePiece> Evidence => db.Set<EvidencePiece>();
    }
}

internal sealed class AssetFilters : IHides
{
    public IEnumerable<LambdaExpression> Filters(DeskDb db) =>
    [
        IHides.Seen<Asset>(a => db.SeesAll || !a.OnlyInIncidents || db.Set<AssetLink>().Any(l => l.AssetId == a.Id)),
        IHides.Seen<AssetLink>(l => db.SeesAll || db.Set<Incident>().Any(i => i.Number == l.Incident)),
        IHides.Seen<EvidencePiece>(e => db.SeesAll || db.Set<Incident>().Any(i => i.Number == e.Incident)),
    ];
}
