using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentDesk.Assets.Evidence;

/// <summary>
/// Something on record about linked assets: words that hold for all of them, and a line for each asset. An entry has one piece,
/// or, from a file, as many as it has different words. Pieces are withdrawn, never changed: as known at position P are those with
/// <c>Position ≤ P</c> and <c>WithdrawnAt</c> none or above P.
/// </summary>
public sealed record EvidencePiece
{
    public required int Incident { get; init; }

    /// <summary>Of the entry that recorded it.</summary>
    public required int Position { get; init; }

    /// <summary>Counts the pieces of that entry, from 0.</summary>
    public required int Part { get; init; }
    public required EvidenceKind Kind { get; init; }
    public required EvidencePart Says { get; init; }

    /// <summary>How many different assets it is about.</summary>
    public required int Assets { get; init; }

    /// <summary>An <see cref="EvidenceLine"/> for each of them, packed.</summary>
    public required byte[] Lines { get; init; }

    /// <summary>The name at that time.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Position of the entry that withdrew or replaced it; null while it stands.</summary>
    public int? WithdrawnAt { get; init; }
}

/// <summary>The words of a piece.</summary>
/// <param name="Subject">The group that could read, the source that was searched, the log, or nothing for containment.</param>
/// <param name="Source">From what that is known: for readers only.</param>
/// <param name="Text">Text, link or hash that shows it; for a log, how long it is kept.</param>
/// <param name="By">Who looked, or who contained.</param>
public sealed record EvidencePart(
    [property: Wording] string? Subject = null, [property: Wording] string? Source = null, [property: Wording] string? Text = null,
    [property: Wording] string? By = null, LogState? Log = null, Containment? State = null);

internal sealed class EvidencePieceTable : IEntityTypeConfiguration<EvidencePiece>
{
    public void Configure(EntityTypeBuilder<EvidencePiece> table)
    {
        table.ToTable("Evidence");
        table.HasKey(e => new { e.Incident, e.Position, e.Part });
        table.Property(e => e.Says).IsJson();
    }
}
