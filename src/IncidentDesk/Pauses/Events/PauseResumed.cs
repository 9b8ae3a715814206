using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>The pause is over; two people stand for that.</summary>
[EventName("pause-resumed.1"), Telling]
public sealed record PauseResumed(string Key, [property: Wording] string Target, [property: Wording] string ApprovedBy)
    : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "resumed";
    string? IAboutPause.Reason => $"Approved by {ApprovedBy}";

    public override string Sentence() => $"Pause {Key} resumed: {Target}. Approved by {ApprovedBy}.";
}
