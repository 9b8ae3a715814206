using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>A condition of a review has to be met before it resumes.</summary>
/// <param name="Condition">Its number within the pause.</param>
/// <param name="Subject">Key in the register of reviews.</param>
/// <param name="ReviewCondition">Its number within the review.</param>
[EventName("pause-condition-taken-over.1"), Telling]
public sealed record ConditionTaken(
    string Key, int Condition, string Subject, int Review, int ReviewCondition,
    [property: Wording] string Text, bool ApprovalEnded, [property: Wording] string Reason)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => $"condition {Condition} taken over from review {Review} of {Subject}";

    public override string Sentence() =>
        $"Pause {Key}: condition {Condition} taken over from review {Review} of {Subject}: "
            + $"{Text}{PauseSentences.Approval(ApprovalEnded)}. Why: {Reason}";
}
