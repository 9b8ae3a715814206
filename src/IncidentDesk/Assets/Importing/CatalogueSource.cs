using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets.Importing;

/// <summary>Where assets come from: one catalogue, warehouse or project, by the name its imports give.</summary>
public sealed record CatalogueSource
{
    public required int Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Format of the last import that was taken to its end.</summary>
    public string? Format { get; init; }

    /// <summary>When an import was last taken to its end, UTC.</summary>
    public DateTimeOffset? ImportedAt { get; init; }

    /// <summary>When an import that names everything was last taken to its end, UTC: how old the picture as a whole is.</summary>
    public DateTimeOffset? CompleteAt { get; init; }
}

/// <summary>That a source names an asset, by the key of that row; it is gone where no source names it, or it, merged, any more.</summary>
/// <param name="Said">Short hash of what the source last said about it; 0 when it only named it.</param>
/// <param name="Run">The import that last named it.</param>
/// <param name="Gone">The source named it once and does not any more, or says itself that it is gone.</param>
public sealed record SourceAsset(int Asset, int Source, long Said, int Run, bool Gone);

internal sealed class CatalogueSourceTable : IEntityTypeConfiguration<CatalogueSource>
{
    public void Configure(EntityTypeBuilder<CatalogueSource> table)
    {
        table.ToTable("CatalogueSources");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.Name).IsUnique();
    }
}

internal sealed class SourceAssetTable : IEntityTypeConfiguration<SourceAsset>
{
    public void Configure(EntityTypeBuilder<SourceAsset> table) => table.ToTable("AssetSightings").HasKey(s => new { s.Asset, s.Source });
}
