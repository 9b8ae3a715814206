using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>The proposal is off; nothing was ever paused by it.</summary>
[EventName("pause-withdrawn.1"), Telling]
public sealed record PauseWithdrawn(string Key, [property: Wording] string Reason) : TimelineEvent, IAboutPause
{
    string IAboutPause.Step => "withdrawn";

    public override string Sentence() => $"Proposed pause {Key} withdrawn: {Reason}";
}
