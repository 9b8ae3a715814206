using System.Collections.Immutable;
using System.Globalization;
using IncidentDesk.Assets.Evidence.Importing;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>
/// Evidence came as a file, a row for each thing it says of an asset. What people wrote stands here, where it can be redacted;
/// the attachment has a line for each row that was taken: number of its words, start, end, figure, key.
/// </summary>
/// <param name="Count">How many assets it is about.</param>
/// <param name="Rows">How many rows were taken, and how many were not.</param>
/// <param name="Sha256">Of the file as it was sent.</param>
[EventName("evidence-imported.1"), Telling]
public sealed record EvidenceImported(
    EvidenceKind Kind, int Count, int Rows, int Rejected, [property: Wording] string File,
    string Sha256, string Attachment, ImmutableArray<EvidencePart> Parts, int? Replaces = null)
    : TimelineEvent, IRecordsEvidence
{
    EvidenceKind IRecordsEvidence.About => Kind;
    IReadOnlyList<EvidencePart> IRecordsEvidence.Parts => Parts;
    IEnumerable<(int, EvidenceKeyLine)> IRecordsEvidence.Lines(byte[] attachment) => AttachedRows.Read(attachment);

    public override string Sentence() => string.Create(CultureInfo.InvariantCulture,
        $"Recorded {Kind.Word()} for {Count.Assets()} from {File}: "
            + $"{Rows:N0} rows imported, {Rejected:N0} rejected.{SameOfAll.Instead(Replaces)}");
}
