using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Incidents;

internal sealed class IncidentTable : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> table)
    {
        table.ToTable("Incidents");
        table.HasKey(i => i.Number);
        table.Property(i => i.Number).ValueGeneratedNever();
        // No index beside the key: the board sorts by more than one could, and each would be written at every declaration.
        table.Property(i => i.Roles).IsJson();
        table.Property(i => i.Participants).IsJson();
        table.Property(i => i.EmergencyAccess).IsJson().HasDefaultValueSql("'[]'");
        table.Property(i => i.Closing).IsJson();
        table.Property(i => i.Absorbed).IsJson();
        table.Property(i => i.Tasks).IsJson();
        table.Property(i => i.Tally).IsJson();
        table.Ignore(i => i.Name).Ignore(i => i.IsOpen).Ignore(i => i.OpenItems).Ignore(i => i.Contradictions);
    }
}

internal sealed class ParticipationTable : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> table) =>
        table.ToTable("Participations").HasKey(p => new { p.Person, p.Incident });
}
