using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Due;

/// <summary>
/// That one node is doing a due item, until when, and for the how manieth time. No fact: beside the record, and gone with the item. When
/// the lease ends and the item is still due, its node failed or fell silent; then any node tries again, for twice as long.
/// </summary>
internal sealed record DueLease
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1);

    public required string Kind { get; init; }
    public required string Stream { get; init; }
    public required string Key { get; init; }

    /// <summary>When the item was due; a later time of the same item begins with the first try.</summary>
    public DateTimeOffset At { get; init; }
    public int Tries { get; init; }

    /// <summary>UTC; nobody else takes the item before.</summary>
    public DateTimeOffset Until { get; init; }

    public static DueLease Of(DueItem due, DueLease? before, DateTimeOffset now)
    {
        var tries = before?.At == due.At ? before.Tries + 1 : 1;
        var length = tries > 6 ? Longest : Shortest * (1 << (tries - 1));
        return new() { Kind = due.Kind, Stream = due.Stream, Key = due.Key, At = due.At, Tries = tries, Until = now + length };
    }
}

internal sealed class DueLeaseTable : IEntityTypeConfiguration<DueLease>
{
    public void Configure(EntityTypeBuilder<DueLease> table) => table.ToTable("DueLeases").HasKey(l => new { l.Kind, l.Stream, l.Key });
}
