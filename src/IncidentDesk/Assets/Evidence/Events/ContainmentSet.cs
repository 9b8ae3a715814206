using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>How far these assets are contained, and by what that is shown. Their keys are the attachment.</summary>
[EventName("containment-set.1"), Telling]
public sealed record ContainmentSet(
    int Count, string Attachment, Containment State, [property: Wording] string Evidence, [property: Wording] string By,
    [property: Wording] string? Pattern = null)
    : TimelineEvent, IRecordsEvidence
{
    EvidenceKind IRecordsEvidence.About => EvidenceKind.Containment;
    int? IRecordsEvidence.Replaces => null;
    IReadOnlyList<EvidencePart> IRecordsEvidence.Parts => [new(Text: Evidence, By: By, State: State)];
    IEnumerable<(int, EvidenceKeyLine)> IRecordsEvidence.Lines(byte[] attachment) => SameOfAll.Keys(attachment, null, null);

    public override string Sentence() => $"{SameOfAll.Chosen(Count, Pattern)} {(Count == 1 ? "is" : "are")} "
        + $"{State.Word()}{(State is Containment.Exposed ? " again" : "")}, by {By}: {Evidence}";
}
