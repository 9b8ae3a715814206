using IncidentDesk.Pauses.Events;
using IncidentDesk.People;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

/// <summary>
/// What has to hold before a pause ends: every condition met or waived, and two people with the authority who agreed after the
/// last change. What is later is told by the order of entries, never by the clock.
/// </summary>
public sealed partial record Pause
{
    /// <param name="by">Who approves.</param>
    /// <param name="reason">Why it may resume.</param>
    /// <param name="parts">Which of its targets may resume; none means all of it.</param>
    internal Outcome<Fact> ApproveResume(Signatory by, string reason, IReadOnlyList<PauseTarget> parts) => State switch
    {
        PauseState.Proposed => new NotInForce(Key),
        PauseState.ResumeApproved => new ApprovedAlready(Key, Approval!.Name, Instants.Say(Approval.At)),
        _ when IsOver => new Over(Key, State.Word()),
        _ when by.LetIn.Made => new CameAfterwards(Key),
        _ when OpenConditions.Count > 0 => StillOpen(),
        _ when Missing(parts) is { } missing => missing,
        _ when parts.Count == 0 || !Targets.Except(parts).Any() => (Fact)new ResumeApproved(Key, reason),
        _ => (Fact)new PartResumeApproved(Key, [.. parts.Distinct()], reason),
    };

    /// <param name="by">Who resumes.</param>
    /// <param name="approver">Who approved, as that account stands now; null when nobody did or the account is gone.</param>
    internal Outcome<Fact> Resume(Signatory by, Signatory? approver) => State switch
    {
        PauseState.Proposed => new NotInForce(Key),
        _ when IsOver => new Over(Key, State.Word()),
        _ when OpenConditions.Count > 0 => StillOpen(),
        _ when Approval is null => new ApprovalMissing(Key),
        _ when approver is null || !approver.HasAuthority => new ApproverWithoutAuthority(Key, Approval.Name),
        _ when approver.Person == by.Person => new SecondPersonNeeded(Key, Approval.Name),
        _ when approver.Identity == by.Identity => new OnePersonTwice(Key, Approval.Name),
        _ when by.LetIn.Made || approver.LetIn.Made => new CameAfterwards(Key),
        _ when by.LetIn.Hands.Overlaps(approver.LetIn.Hands) => new OneHand(Key, Approval.Name),
        _ when !ApprovedParts.IsEmpty => (Fact)new PausePartResumed(Key, ApprovedParts, Approval.Name),
        _ => (Fact)new PauseResumed(Key, Target, Approval.Name),
    };

    ConditionsOpen StillOpen() => new(Key, string.Join("; ", OpenConditions.Select(c => $"{c.Number}. {c.Text}")));

    /// <summary>What has to be met is not, and nobody has waived it.</summary>
    public sealed record ConditionsOpen(string Key, string Conditions)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. These conditions are open: "
            + $"{Conditions}. Settle each as met with proof or as waived with a reason, then approve.");

    /// <summary>The account that approved may not do so any more.</summary>
    public sealed record ApproverWithoutAuthority(string Key, string ApprovedBy)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. {ApprovedBy} approved resuming it but may no "
            + "longer do so. Extend the pause to end that approval; then one person approves and another resumes.");

    /// <summary>Two accounts with one address are one person.</summary>
    public sealed record OnePersonTwice(string Key, string ApprovedBy)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. Your account and that of {ApprovedBy}, who approved, "
            + "have the same e-mail address, so the desk treats them as one person. Another person has to resume it.");

    /// <summary>Otherwise one person could make the second one when it is needed.</summary>
    public sealed record CameAfterwards(string Key)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. It was ordered before one of the two people who "
            + "would end it was on this desk. Two people who were here already have to approve and to resume.");

    /// <summary>Whoever renewed both accounts could be behind both.</summary>
    public sealed record OneHand(string Key, string ApprovedBy)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. Since it was ordered, one person created new credentials for "
            + $"you or for {ApprovedBy}, who approved, and could be using both accounts. Another person has to resume it.");

    /// <summary>An approval stands and waits for the second person.</summary>
    public sealed record ApprovedAlready(string Key, string By, string At)
        : Refusal.Rule($"Nothing was saved. {By} approved resuming {Key} at {At}. Another person can resume it now.");

    /// <summary>One person may pause, two must resume.</summary>
    public sealed record SecondPersonNeeded(string Key, string ApprovedBy)
        : Refusal.Rule(
            $"Nothing was saved; the pause {Key} stays in force. {ApprovedBy} approved resuming it, so another person has to resume it.");

    /// <summary>Nobody has agreed, or the pause was changed after somebody did.</summary>
    public sealed record ApprovalMissing(string Key)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. It has no approval to resume. "
            + "One person approves with a reason, then another resumes.");
}

/// <summary>Somebody who signs for a pause, as the account stands now.</summary>
/// <param name="Person">Who.</param>
/// <param name="HasAuthority">Whether their roles allow it.</param>
/// <param name="LetIn">How they came to this desk since the pause was ordered.</param>
/// <param name="Identity">See <see cref="LoginIdentity"/>; two accounts with the same one are one person.</param>
internal sealed record Signatory(Guid Person, string Identity, bool HasAuthority, LetIn LetIn);
