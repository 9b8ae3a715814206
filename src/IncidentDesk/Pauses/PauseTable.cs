using System.Collections.Immutable;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentDesk.Pauses;

internal sealed class PauseTable : IEntityTypeConfiguration<Pause>
{
    /// <summary>For rows that stood before the column did.</summary>
    const string None = "'[]'";

    public void Configure(EntityTypeBuilder<Pause> table)
    {
        table.ToTable("Pauses");
        table.HasKey(p => p.Key);
        table.HasIndex(p => p.Incident);
        table.HasIndex(p => p.TakesOver).HasFilter("TakesOver");
        table.HasIndex(p => new { p.State, p.ReviewBy });
        table.Property(p => p.Conditions).HasConversion(
            new ValueConverter<ImmutableArray<PauseCondition>, string>(v => PauseConditions.Write(v), s => PauseConditions.Read(s)),
            new ValueComparer<ImmutableArray<PauseCondition>>((a, b) => a.Equals(b), v => v.GetHashCode(), v => v));
        table.Property(p => p.Verification).IsJson();
        table.Property(p => p.Alarm).IsJson();
        table.Property(p => p.Cost).IsJson();
        table.Property(p => p.Reminder).IsJson();
        table.Property(p => p.HandedTo).IsJson();
        table.Property(p => p.Heartbeats).IsJson().HasDefaultValueSql(None);
        table.Property(p => p.Targets).IsJson().HasDefaultValueSql(None);
        table.Property(p => p.ResumedParts).IsJson().HasDefaultValueSql(None);
        table.Property(p => p.ApprovedParts).IsJson().HasDefaultValueSql(None);
        table.Property(p => p.Approval).IsJson();
        table.Property(p => p.History).IsJson();
        table.Ignore(p => p.IsOver).Ignore(p => p.IsInForce).Ignore(p => p.OpenConditions)
            .Ignore(p => p.OrderedBy).Ignore(p => p.Reviewer).Ignore(p => p.DecidedBy).Ignore(p => p.Sightings);
    }
}
