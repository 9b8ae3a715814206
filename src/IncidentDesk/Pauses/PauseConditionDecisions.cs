using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

/// <summary>Settling what has to be met before it resumes, and showing that it stopped.</summary>
public sealed partial record Pause
{
    /// <summary>A waiver is answered for; an administrator's role does not reach here.</summary>
    internal const Roles MayWaive = Roles.Privacy | Roles.Leadership;
    internal const int MostConditions = 50;

    /// <param name="number">Which condition.</param>
    /// <param name="to">Where it stands from now on.</param>
    /// <param name="evidence">What shows that it is met.</param>
    /// <param name="reason">Why it is waived or open again.</param>
    /// <param name="by">The roles of whoever says so.</param>
    /// <param name="openInRegister">It stands for a condition of a review that is not met there.</param>
    internal Outcome<Fact> Settle(int number, ConditionState to, string? evidence, string? reason, Roles by, bool openInRegister = false)
    {
        if (IsOver) return new Over(Key, State.Word());
        if (Conditions.FirstOrDefault(c => c.Number == number) is not { } condition)
            return new NoSuchCondition(Key, number, Conditions.Length);
        if (to is ConditionState.Waived && (by & MayWaive) == 0) return new NotYoursToWaive(MayWaive.InWords());
        if (to is ConditionState.Met && openInRegister && condition.TakenFrom is { } from)
            return new MetInTheRegister(Key, number, from.Subject, from.Review, from.Condition);
        return condition.State == to && condition.Ground == (evidence ?? reason ?? condition.Ground)
            ? new ConditionIsSo(Key, number, to.Word())
            : (Fact)new ConditionSettled(Key, number, condition.Text, to, evidence, Approval is not null, reason);
    }

    internal Outcome<Fact> AddCondition(string text, string reason) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        _ when Conditions.Length >= MostConditions => new TooManyConditions(Key, MostConditions),
        _ => (Fact)new ConditionAdded(Key, Conditions.Length + 1, text, Approval is not null, reason),
    };

    /// <summary>There is none of that number.</summary>
    public sealed record NoSuchCondition(string Key, int Number, int Count)
        : Refusal.Rule($"Nothing was saved. The pause {Key} has no condition {Number}. It has {Count}, numbered from 1.");

    /// <summary>Waiving is for those who answer for it.</summary>
    public sealed record NotYoursToWaive(string Roles)
        : Refusal.Rule($"Nothing was saved. Only these roles can waive a condition: {Roles}. "
            + "Ask a person with such a role, or settle it as met, with proof.");

    /// <summary>It stands so already, on the same ground.</summary>
    public sealed record ConditionIsSo(string Key, int Number, string State)
        : Refusal.Rule($"Nothing was saved. Condition {Number} of the pause {Key} is already {State}.");

    public sealed record TooManyConditions(string Key, int Most)
        : Refusal.Rule($"Nothing was saved. The pause {Key} has {Most} conditions, which is the maximum. Settle some of them first.");
}
