using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>Words of an earlier entry were removed for good. The chain still verifies: it holds commitments, not the words.</summary>
/// <param name="Position">Of the entry whose words were removed.</param>
/// <param name="Commitment">SHA-256 of the salt and payload that stand in their place, 64 hexadecimal digits.</param>
[EventName("entry-redacted.1")]
public sealed record EntryRedacted(int Position, string Commitment, [property: Wording] string Reason) : TimelineEvent
{
    public override string Sentence() => $"Removed words from entry #{Position}: {Reason}";
}
