using IncidentDesk.Record;

namespace IncidentDesk.Incidents.Events;

/// <summary>The incident was hidden from everybody but its participants, or opened to the whole desk.</summary>
[EventName("visibility-changed.1"), Telling]
public sealed record VisibilityChanged(Visibility To, [property: Wording] string Reason) : TimelineEvent
{
    public override string Sentence() =>
        $"{(To is Visibility.Private ? "Made private, for its participants only" : "Opened to everyone on the desk")}: {Reason}";
}
