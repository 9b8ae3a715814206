using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>
/// An alarm: what is paused was seen running after the pause took effect. Further sightings from there
/// are counted, not recorded one by one.
/// </summary>
/// <param name="Source">Who or what saw it.</param>
[EventName("pause-seen-running.1"), Telling]
public sealed record PauseSeenRunning(
    string Key, [property: Wording] string Source, DateTimeOffset SeenAt,
    [property: Wording] string? Where, [property: Wording] string? Details, bool ApprovalEnded)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => "seen running";
    string? IAboutPause.Reason => $"Seen by {Source}{(Where is null ? "" : $", {Where}")}{(Details is null ? "" : $": {Details}")}";

    public override string Sentence() =>
        $"ALARM: {Key} is paused but was seen running at {Instants.Say(SeenAt)} by {Source}"
            + $"{(Where is null ? "" : $", {Where}")}{PauseSentences.Approval(ApprovalEnded)}."
            + $"{(Details is null ? "" : $" {Details}")}";
}
