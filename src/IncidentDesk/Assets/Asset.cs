using System.Collections.Immutable;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets;

/// <summary>
/// Something that holds or moves data, as the catalogues describe it now. Source data, not a fold of the record: importing
/// notes in the record that it happened, and the rows cannot be rebuilt from there.
/// </summary>
public sealed record Asset
{
    /// <summary>Internal to this desk and dense, so that it can index arrays; the key is what others know.</summary>
    [NumberedByStore]
    public int Id { get; init; }

    /// <summary>
    /// Canonical name <c>platform://instance/qualified.name</c>, and <c>#dev</c> behind it for an environment that is not production;
    /// trimmed and unique, upper and lower case differ.
    /// </summary>
    public required string Key { get; init; }
    public AssetKind Kind { get; init; }

    /// <summary>Lower-case; null for production.</summary>
    public string? Environment { get; init; }

    /// <summary>Database, schema, folder: from the file, else the qualified name up to its last dot; null when neither says.</summary>
    public string? Container { get; init; }

    /// <summary>The first of the owners.</summary>
    public string? Owner { get; init; }
    public ImmutableArray<AssetOwner> Owners { get; init; } = [];

    /// <summary>Their values alone, without repetition, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The same labels with all that is known of each.</summary>
    public ImmutableArray<AssetLabel> LabelDetails { get; init; } = [];
    public PeopleData PeopleData { get; init; }

    /// <summary>How many rows or messages it holds, as last counted by its source.</summary>
    public long? Rows { get; init; }
    public long? Bytes { get; init; }

    /// <summary>When it was last read or written, UTC.</summary>
    public DateTimeOffset? LastAccess { get; init; }
    public PrivacyReview Review { get; init; }

    /// <summary>
    /// The asset that this one turned out to be, never one that is merged itself. Both keys keep answering; what is known stands in
    /// that other row, and links and edges are read through it.
    /// </summary>
    public int? MergedInto { get; init; }

    /// <summary>Since when no source names it any more, UTC; null while one does.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>
    /// No source has ever named it, only incidents do: it exists for those alone who may see one of them. Keep it out of every
    /// list and structure that others read.
    /// </summary>
    public bool OnlyInIncidents { get; init; }

    /// <summary>The import that last changed the row.</summary>
    public required string Source { get; init; }

    /// <summary>When the desk first heard of it, UTC; null where it was not noted yet at that time.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When an import last changed the row, UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }
}

internal sealed class AssetTable : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> table)
    {
        table.ToTable("Assets");
        table.HasKey(a => a.Id);
        // SQLite gives the number itself, as the row id; counting them in a second table would cost each insert a write.
        table.Property(a => a.Id).ValueGeneratedNever();
        table.HasIndex(a => a.Key).IsUnique();
        table.HasIndex(a => a.MergedInto).HasFilter("MergedInto IS NOT NULL");
        table.HasIndex(a => a.OnlyInIncidents).HasFilter("OnlyInIncidents");
        table.Property(a => a.Owners).IsJson().HasDefaultValueSql("'[]'");
        table.Property(a => a.LabelDetails).IsJson().HasDefaultValueSql("'[]'");
    }
}
