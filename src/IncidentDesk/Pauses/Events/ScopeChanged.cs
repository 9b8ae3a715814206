using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses.Events;

/// <summary>The pause reaches further than before, or less far.</summary>
/// <param name="Scope">The words anew; null where they stay.</param>
[EventName("pause-scope-changed.1"), Telling]
public sealed record ScopeChanged(
    string Key, [property: Wording] string? Scope, ImmutableArray<PauseTarget> Added,
    ImmutableArray<PauseTarget> Removed, bool ApprovalEnded,
    [property: Wording] string Reason) : TimelineEvent, IEndsApproval
{
    string IAboutPause.Step => Removed.IsEmpty ? "widened" : "narrowed";

    public override string Sentence() =>
        $"Pause {Key} {(Removed.IsEmpty ? "widened" : "narrowed")}"
            + $"{(Scope is null ? "" : $" to: {Scope}")}{List("; added ", Added)}"
            + $"{List("; removed ", Removed)}{PauseSentences.Approval(ApprovalEnded)}. Why: {Reason}";

    static string List(string word, ImmutableArray<PauseTarget> targets) => targets.IsEmpty ? "" : word + PauseTarget.Say(targets);
}
