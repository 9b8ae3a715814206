using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>What a log holds about these assets, or that there is none. The keys of the assets are the attachment.</summary>
/// <param name="From">From when on it reaches, UTC.</param>
/// <param name="Retention">How long it is kept, in words.</param>
[EventName("log-coverage-recorded.1"), Telling]
public sealed record CoverageRecorded(
    int Count, string Attachment, [property: Wording] string Log, LogState State, DateTimeOffset? From = null, DateTimeOffset? To = null,
    [property: Wording] string? Retention = null, [property: Wording] string? Pattern = null, int? Replaces = null)
    : TimelineEvent, IRecordsEvidence
{
    EvidenceKind IRecordsEvidence.About => EvidenceKind.Coverage;
    IReadOnlyList<EvidencePart> IRecordsEvidence.Parts => [new(Log, Text: Retention, Log: State)];
    IEnumerable<(int, EvidenceKeyLine)> IRecordsEvidence.Lines(byte[] attachment) => SameOfAll.Keys(attachment, From, To);

    public override string Sentence()
    {
        var assets = SameOfAll.Chosen(Count, Pattern);
        var holds = State is LogState.None ? $"There is no {Log} for {assets}{EvidenceWords.Period(From, To)}."
            : $"{Log} covers {assets}{EvidenceWords.Period(From, To)}, {State.Word()}.";
        return $"{holds}{(Retention is null ? "" : $" Retention: {Retention}.")}{SameOfAll.Instead(Replaces)}";
    }
}
