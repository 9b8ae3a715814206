using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>The re-check was moved; an approval to resume that stood until then no longer does.</summary>
[EventName("pause-extended.1"), Telling]
public sealed record PauseExtended(
    string Key, DateTimeOffset From, DateTimeOffset To, bool ApprovalEnded, [property: Wording] string Reason)
    : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => "extended";

    public override string Sentence() =>
        $"Pause {Key} extended: re-check moved from {Instants.Say(From)} to "
            + $"{Instants.Say(To)}{PauseSentences.Approval(ApprovalEnded)}. Why: {Reason}";
}
