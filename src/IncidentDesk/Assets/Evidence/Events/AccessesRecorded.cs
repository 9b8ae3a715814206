using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>
/// Somebody searched a source for accesses by those who should not have had any. The keys of
/// the assets are the attachment.
/// </summary>
/// <param name="Accesses">How many were found of each asset; null when that is unknown.</param>
/// <param name="From">The period that was searched, UTC.</param>
/// <param name="LookedBy">Who looked.</param>
[EventName("accesses-recorded.1"), Telling]
public sealed record AccessesRecorded(
    int Count, string Attachment, [property: Wording] string Source,
    Certainty AccessesAre, [property: Wording] string LookedBy, int? Accesses = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, [property: Wording] string? Evidence = null,
    [property: Wording] string? Pattern = null, int? Replaces = null)
    : TimelineEvent, IRecordsEvidence
{
    EvidenceKind IRecordsEvidence.About => EvidenceKind.Accesses;
    IReadOnlyList<EvidencePart> IRecordsEvidence.Parts => [new(Source, Text: Evidence, By: LookedBy)];
    IEnumerable<(int, EvidenceKeyLine)> IRecordsEvidence.Lines(byte[] attachment) =>
        SameOfAll.Keys(attachment, From, To, new(AccessesAre, Accesses));

    public override string Sentence() =>
        $"Who did read {SameOfAll.Chosen(Count, Pattern)}: {Found} in {Source}{EvidenceWords.Period(From, To)}. "
            + $"Searched by {LookedBy}.{(Evidence is null ? "" : $" Proof: {Evidence}")}{SameOfAll.Instead(Replaces)}";

    string Found => (AccessesAre, Accesses) is (Certainty.Actual, 0) ? "no access found"
        : new Figure(AccessesAre, Accesses).Say("access", "accesses");
}
