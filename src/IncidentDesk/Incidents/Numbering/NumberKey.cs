using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Incidents.Numbering;

/// <summary>What decides which numbers open incidents get, see <see cref="NumberSides"/>; one row, made with the table.</summary>
/// <param name="Secret">32 random bytes; they never leave the database.</param>
internal sealed record NumberKey(int Id, byte[] Secret);

internal sealed class NumberKeyTable : IEntityTypeConfiguration<NumberKey>
{
    public void Configure(EntityTypeBuilder<NumberKey> table)
    {
        table.ToTable("NumberKeys").HasKey(k => k.Id);
        table.Property(k => k.Id).ValueGeneratedNever();
    }
}
