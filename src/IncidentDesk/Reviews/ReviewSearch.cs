using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Reviews;

/// <summary>Somebody looked for a review and found none: a finding, which belongs to an incident when it was made in one.</summary>
public sealed record ReviewSearch
{
    public required string Subject { get; init; }

    /// <summary>
    /// By its entry: <c>7</c> in the register, <c>inc-42-7</c> in an incident. No count, so that
    /// what is hidden leaves no gap.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Hides it where the incident is hidden; null when it was made for the register itself.</summary>
    public int? Incident { get; init; }
    public required string Kind { get; init; }
    public required string KindName { get; init; }

    /// <summary>What was searched: systems, folders, people who were asked.</summary>
    public required string Searched { get; init; }
    public required string LookedBy { get; init; }

    /// <summary>When somebody looked, UTC.</summary>
    public required DateTimeOffset LookedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawnReason { get; init; }

    /// <summary>The finding as a reader reads it.</summary>
    public string InWords => $"Not found in a search of {Searched.TrimEnd('.')} by {LookedBy} on {Instants.Say(LookedAt)}.";

    internal bool Counts => WithdrawnAt is null;
}

internal sealed class ReviewSearchTable : IEntityTypeConfiguration<ReviewSearch>
{
    public void Configure(EntityTypeBuilder<ReviewSearch> table)
    {
        table.ToTable("ReviewSearches");
        table.ToTable("ReviewSearches").HasKey(s => new { s.Subject, s.Id });
        table.HasIndex(s => s.Incident);
        table.Ignore(s => s.InWords).Ignore(s => s.Counts);
    }
}
