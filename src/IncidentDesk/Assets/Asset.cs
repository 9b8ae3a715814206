using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets;

/// <summary>
/// Something that holds or moves data, as the catalogues describe it now. Source data, not a fold of the record: importing
/// notes in the record that it happened, and the rows cannot be rebuilt from there.
/// </summary>
public sealed record Asset
{
    /// <summary>Internal to this desk; the key is what others know.</summary>
    public int Id { get; init; }

    /// <summary>Canonical name <c>platform://instance/qualified.name</c>, as given, trimmed; unique, upper and lower case differ.</summary>
    public required string Key { get; init; }
    public AssetKind Kind { get; init; }

    /// <summary>Database, schema, folder: from the file, else the qualified name up to its last dot; null when neither says.</summary>
    public string? Container { get; init; }
    public string? Owner { get; init; }

    /// <summary>Without repetition, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
    public PeopleData PeopleData { get; init; }

    /// <summary>The import that last changed the row.</summary>
    public required string Source { get; init; }

    /// <summary>When an import last changed the row, UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }
}

/// <summary>Data flows from one asset to another.</summary>
public sealed record AssetEdge(int From, int To);

internal sealed class AssetTable : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> table)
    {
        table.HasKey(a => a.Id);
        // SQLite gives the number itself, as the row id; counting them in a second table would cost each insert a write.
        table.Property(a => a.Id).ValueGeneratedNever();
        table.HasIndex(a => a.Key).IsUnique();
    }
}

internal sealed class AssetEdgeTable : IEntityTypeConfiguration<AssetEdge>
{
    public void Configure(EntityTypeBuilder<AssetEdge> table)
    {
        table.HasKey(e => new { e.From, e.To });
        table.HasIndex(e => e.To);
    }
}
