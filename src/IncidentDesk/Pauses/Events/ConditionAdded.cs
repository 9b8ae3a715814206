using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>One more thing has to be met before it resumes.</summary>
[EventName("pause-condition-added.1"), Telling]
public sealed record ConditionAdded(
    string Key, int Condition, [property: Wording] string Text, bool ApprovalEnded, [property: Wording] string Reason)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => $"condition {Condition} added";

    public override string Sentence() =>
        $"Pause {Key}: condition {Condition} added: {Text}{PauseSentences.Approval(ApprovalEnded)}. Why: {Reason}";
}
