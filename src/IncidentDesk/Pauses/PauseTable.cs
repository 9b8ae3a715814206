using IncidentDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Pauses;

internal sealed class PauseTable : IEntityTypeConfiguration<Pause>
{
    public void Configure(EntityTypeBuilder<Pause> table)
    {
        table.HasKey(p => p.Key);
        table.HasIndex(p => p.Incident);
        table.HasIndex(p => new { p.State, p.ReviewBy });
        table.Property(p => p.Conditions).IsJson();
        table.Property(p => p.Approval).IsJson();
        table.Property(p => p.History).IsJson();
        table.Ignore(p => p.IsOver).Ignore(p => p.IsInForce);
    }
}
