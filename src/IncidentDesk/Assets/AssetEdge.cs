using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets;

/// <summary>
/// One source says that data flows from one asset to another. Several may say the same, or name several jobs that do it: the flow
/// stands while one of these rows is not gone. The ends are as they were named; read them through <see cref="Asset.MergedInto"/>.
/// </summary>
public sealed record AssetEdge(int From, int To)
{
    /// <summary>The asset that is the job between; 0 when none was named.</summary>
    public int Job { get; init; }

    /// <summary>Which <see cref="Importing.CatalogueSource"/> says so.</summary>
    public int Source { get; init; }

    /// <summary>The import that last said so.</summary>
    public int Run { get; init; }

    /// <summary>Since when the source says so no more, UTC.</summary>
    public DateTimeOffset? GoneAt { get; init; }
}

internal sealed class AssetEdgeTable : IEntityTypeConfiguration<AssetEdge>
{
    public void Configure(EntityTypeBuilder<AssetEdge> table)
    {
        table.ToTable("AssetEdges");
        table.HasKey(e => new { e.From, e.To, e.Job, e.Source });
        table.HasIndex(e => e.To);
        // The key alone is read where everything is; this says which of it to leave out.
        table.HasIndex(e => new { e.From, e.To }).HasFilter("GoneAt IS NOT NULL");
    }
}
