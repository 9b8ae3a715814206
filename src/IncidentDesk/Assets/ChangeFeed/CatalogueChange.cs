using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets.ChangeFeed;

/// <summary>What one committed batch touched, so that what is kept in memory can follow without reading everything again.</summary>
/// <param name="Version">Grows by one with each batch.</param>
/// <param name="Assets">Numbers of assets whose row, names or sources changed; see <see cref="Packed"/>.</param>
/// <param name="Edges">Edges that came, went or came back; see <see cref="Packed"/>.</param>
public sealed record CatalogueChange(long Version, byte[] Assets, byte[] Edges);

/// <summary>An edge that came or came back, or that no source names any more.</summary>
public readonly record struct EdgeChange(int From, int To, bool Gone);

internal sealed class CatalogueChangeTable : IEntityTypeConfiguration<CatalogueChange>
{
    public void Configure(EntityTypeBuilder<CatalogueChange> table)
    {
        table.ToTable("CatalogueChanges");
        table.ToTable("CatalogueChanges").HasKey(c => c.Version);
        table.Property(c => c.Version).ValueGeneratedNever();
    }
}
