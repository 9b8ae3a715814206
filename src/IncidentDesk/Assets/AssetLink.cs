using IncidentDesk.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets;

/// <summary>
/// An asset being part of an incident, from the position that made the row until the one that ended it. Rows are closed, never
/// changed: as known at position P are those with <c>FromPosition ≤ P</c> and <c>ToPosition</c> none or above P.
/// </summary>
public sealed record AssetLink
{
    public required int Incident { get; init; }
    public required int AssetId { get; init; }
    public required int FromPosition { get; init; }

    /// <summary>Null while the row holds.</summary>
    public int? ToPosition { get; init; }

    /// <summary>From when until when those who should not could open it, UTC; null where that is not known, or it is open still.</summary>
    public DateTimeOffset? ExposedFrom { get; init; }
    public DateTimeOffset? ExposedTo { get; init; }
    public Disclosure Disclosure { get; init; }
}

internal sealed class AssetLinkTable : IEntityTypeConfiguration<AssetLink>
{
    public void Configure(EntityTypeBuilder<AssetLink> table)
    {
        table.ToTable("AssetLinks");
        table.HasKey(l => new { l.Incident, l.AssetId, l.FromPosition });
        table.HasIndex(l => l.AssetId);
    }
}
