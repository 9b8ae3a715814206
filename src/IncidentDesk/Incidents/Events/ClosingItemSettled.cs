using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>One of the things that hold closing up was done, waived, or found to be open again.</summary>
[EventName("closing-item-settled.1"), Telling]
public sealed record ClosingItemSettled(ClosingItem Item, Settlement State, [property: Wording] string? Reason = null) : TimelineEvent
{
    public override string Sentence() =>
        $"{Item.Heading()} {(State is Settlement.Open ? "open again" : State.Word())}{(Reason is null ? "." : $": {Reason}")}";
}
