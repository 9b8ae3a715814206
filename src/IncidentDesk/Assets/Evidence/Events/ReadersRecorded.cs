using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>
/// A group of people could read these assets. Their keys, one a line in the order of their
/// UTF-8 bytes, are the attachment.
/// </summary>
/// <param name="People">How many people are in the group; null when that is unknown.</param>
/// <param name="Source">From what this is known.</param>
/// <param name="Pattern">The glob by which the assets were chosen, if they were not listed one by one.</param>
[EventName("readers-recorded.1"), Telling]
public sealed record ReadersRecorded(
    int Count, string Attachment, [property: Wording] string Group,
    Certainty PeopleAre, [property: Wording] string Source, int? People = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, [property: Wording] string? Pattern = null, int? Replaces = null)
    : TimelineEvent, IRecordsEvidence
{
    EvidenceKind IRecordsEvidence.About => EvidenceKind.Readers;
    IReadOnlyList<EvidencePart> IRecordsEvidence.Parts => [new(Group, Source)];
    IEnumerable<(int, EvidenceKeyLine)> IRecordsEvidence.Lines(byte[] attachment) =>
        SameOfAll.Keys(attachment, From, To, new(PeopleAre, People));

    public override string Sentence() =>
        $"Who could read {SameOfAll.Chosen(Count, Pattern)}: {Group}, "
            + $"{new Figure(PeopleAre, People).Say("person", "people")}{EvidenceWords.Period(From, To)}. "
            + $"Source: {Source}{SameOfAll.Instead(Replaces)}";
}
