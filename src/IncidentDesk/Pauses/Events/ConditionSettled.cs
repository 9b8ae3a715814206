using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>A condition was met, waived, or is open again.</summary>
/// <param name="Evidence">What shows that it is met.</param>
/// <param name="ApprovalEnded">Whether an approval to resume stood until then.</param>
/// <param name="Reason">Why it was waived or opened again.</param>
[EventName("pause-condition-settled.1"), Telling]
public sealed record ConditionSettled(
    string Key, int Condition, [property: Wording] string Text, ConditionState To, [property: Wording] string? Evidence, bool ApprovalEnded,
    [property: Wording] string? Reason) : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => $"condition {Condition} {To.Word()}";
    string? IAboutPause.Reason => Evidence ?? Reason;

    public override string Sentence() =>
        $"Pause {Key}: condition {Condition} ({Text}) {To.Word()}{PauseSentences.Approval(ApprovalEnded)}. "
            + $"{(Evidence is null ? "Why" : "Proof")}: {Evidence ?? Reason}";
}
