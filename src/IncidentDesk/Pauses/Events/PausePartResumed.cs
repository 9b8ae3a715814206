using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>A part of it runs again, and two people stand for that; the rest stays paused.</summary>
[EventName("pause-part-resumed.1"), Telling]
public sealed record PausePartResumed(string Key, ImmutableArray<PauseTarget> Parts, [property: Wording] string ApprovedBy)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => $"{PauseTarget.Say(Parts)} resumed";
    string? IAboutPause.Reason => $"Approved by {ApprovedBy}";

    public override string Sentence() =>
        $"A part of the pause {Key} resumed: {PauseTarget.Say(Parts)}. The rest stays paused. Approved by {ApprovedBy}.";
}
