using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Due;

/// <summary>
/// What the desk does at a time unless the record moves or ends it before. Folded from the entries of a stream by the projections of
/// the room it belongs to, see <see cref="DueList.SetDue"/>.
/// </summary>
public sealed record DueItem
{
    /// <summary>Which <see cref="IFallsDue"/> does it.</summary>
    public required string Kind { get; init; }
    public required string Stream { get; init; }

    /// <summary>Which one of several in the stream, such as the key of a pause; may be empty.</summary>
    public required string Key { get; init; }

    /// <summary>The incident of the stream; hides the item where the incident is hidden.</summary>
    public int? Incident { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class DueItemTable : IEntityTypeConfiguration<DueItem>
{
    public void Configure(EntityTypeBuilder<DueItem> table)
    {
        table.ToTable("DueItems");
        table.HasKey(d => new { d.Kind, d.Stream, d.Key });
        table.HasIndex(d => d.At);
        table.HasIndex(d => d.Stream);
    }
}
