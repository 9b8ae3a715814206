using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Record;

internal sealed class EntryTable : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> table)
    {
        // The key is the concurrency check: a position can be written once.
        table.HasKey(e => new { e.Stream, e.Position });
        table.HasIndex(e => e.RecordedAt);
        table.HasIndex(e => new { e.Incident, e.HappenedAt });
    }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> table) => table.HasKey(a => a.Hash);
}

internal sealed class RememberedAnswerTable : IEntityTypeConfiguration<RememberedAnswer>
{
    public void Configure(EntityTypeBuilder<RememberedAnswer> table)
    {
        table.HasKey(a => new { a.Person, a.Key });
        table.HasIndex(a => a.At);
    }
}
