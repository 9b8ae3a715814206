using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>What the approval to resume rested on has changed, so it stands no more.</summary>
[EventName("resume-approval-lapsed.1"), Telling]
public sealed record ApprovalLapsed(string Key, [property: Wording] string ApprovedBy, [property: Wording] string Reason)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => "approval ended";

    public override string Sentence() => $"Pause {Key}: the approval to resume by {ApprovedBy} has ended; it stays paused. Why: {Reason}";
}
