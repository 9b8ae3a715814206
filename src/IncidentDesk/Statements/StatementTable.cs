using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Statements;

internal sealed class StatementTable : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> table)
    {
        table.ToTable("Statements");
        table.HasKey(s => new { s.Incident, s.Id });
        table.Property(s => s.Versions).IsJson();
        table.Property(s => s.Publications).IsJson();
        table.Ignore(s => s.Latest);
    }
}
