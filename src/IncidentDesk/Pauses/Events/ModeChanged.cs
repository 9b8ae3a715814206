using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>It stops in another way.</summary>
[EventName("pause-mode-changed.1"), Telling]
public sealed record ModeChanged(string Key, PauseMode From, PauseMode To, bool ApprovalEnded, [property: Wording] string Reason)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => $"mode {To.Word()}";

    public override string Sentence() =>
        $"Pause {Key}: mode changed from {From.Word()} to {To.Word()}{PauseSentences.Approval(ApprovalEnded)}. Why: {Reason}";
}
