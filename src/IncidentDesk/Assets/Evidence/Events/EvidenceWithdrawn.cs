using IncidentDesk.Record;

namespace IncidentDesk.Assets.Evidence.Events;

/// <summary>What an earlier entry says about assets does not hold; the entry stays, its evidence counts no more.</summary>
/// <param name="Of">Position of that entry.</param>
[EventName("evidence-withdrawn.1"), Telling]
public sealed record EvidenceWithdrawn(int Of, [property: Wording] string Reason) : TimelineEvent
{
    public override string Sentence() => $"Withdrew the evidence of entry #{Of}: {Reason}";
}
