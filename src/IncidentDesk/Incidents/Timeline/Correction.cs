using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Incidents.Timeline;

/// <summary>A row a correction, so that a page of the timeline finds what is in force without reading the whole stream.</summary>
/// <param name="Position">Of the entry that corrects.</param>
/// <param name="Of">Of the entry that is corrected.</param>
/// <param name="Text">Whether it gives a new text; the text itself stands only in the entry, where it can be redacted.</param>
public sealed record Correction(int Incident, int Position, int Of, bool Text, DateTimeOffset? HappenedAt);

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> table)
    {
        table.ToTable("Corrections");
        table.HasKey(c => new { c.Incident, c.Position });
        table.HasIndex(c => new { c.Incident, c.Of });
    }
}

internal sealed class CorrectionProjection : IProjection
{
    public Task Apply(DeskDb db, Recorded what, CancellationToken ct)
    {
        if (what is { Event: EntryCorrected e, Entry.Incident: { } incident })
            db.Corrections.Add(new(incident, what.Position, e.Position, e.Text is not null, e.HappenedAt));
        return Task.CompletedTask;
    }

    public async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (Streams.IncidentOf(stream) is { } number) await db.Corrections.Where(c => c.Incident == number).ExecuteDeleteAsync(ct);
    }
}
