using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Record;

/// <summary>
/// That a person came in, was turned away, took something out or read something private. No fact for the record: it is kept for a
/// while and then deleted. It never holds what was typed.
/// </summary>
public sealed record SecurityEvent
{
    public required Guid Id { get; init; }

    /// <summary>When it happened, of several the last (UTC).</summary>
    public required DateTimeOffset At { get; init; }
    public required SecurityKind Kind { get; init; }

    /// <summary>Whose account it is about; null for an address or a token that is not known.</summary>
    public Guid? Person { get; init; }

    /// <summary>What was sent or taken: the name of a command, a token or an export.</summary>
    public string What { get; init; } = "";

    /// <summary>Which incident it is about; hides the event where the incident is hidden, or is not there at all.</summary>
    public int? Incident { get; init; }

    /// <summary>Whether that incident was private.</summary>
    public bool Private { get; init; }

    /// <summary>The network address it came from.</summary>
    public string Place { get; init; } = "";

    /// <summary>Browser and system in a few words.</summary>
    public string Device { get; init; } = "";

    /// <summary>How often within a few seconds.</summary>
    public int Times { get; init; } = 1;
}

internal sealed class SecurityEventTable : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> table)
    {
        table.ToTable("SecurityEvents");
        table.HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.HasIndex(e => e.At);
        table.HasIndex(e => new { e.Incident, e.At });
    }
}
