using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

/// <summary>How far a pause reaches. One person may widen it; while it is in force, it takes two to let a part go.</summary>
public sealed partial record Pause
{
    internal Outcome<Fact> Widen(IReadOnlyList<PauseTarget> more, string? scope, string reason)
    {
        var added = more.Distinct().Except(Targets).ToList();
        if (IsOver) return new Over(Key, State.Word());
        return added.Count == 0 && (scope ?? Scope) == Scope ? new SameScope(Key)
            : (Fact)new ScopeChanged(Key, scope, [.. added], [], Approval is not null, reason);
    }

    internal Outcome<Fact> Narrow(IReadOnlyList<PauseTarget> less, string? scope, string reason) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        { IsInForce: true } => new NarrowsByResuming(Key),
        _ when Missing(less) is { } missing => missing,
        _ => (Fact)new ScopeChanged(Key, scope, [], [.. less.Distinct()], Approval is not null, reason),
    };

    /// <summary>A target that the pause does not have, as it was written.</summary>
    NoSuchPart? Missing(IReadOnlyList<PauseTarget> parts) => parts.Except(Targets).FirstOrDefault() is { } other
        ? new(Key, other.ToString(), Targets.IsEmpty ? "none" : PauseTarget.Say(Targets)) : null;

    public sealed record SameScope(string Key) : Refusal.Rule($"Nothing was saved. The pause {Key} already has this scope.");

    /// <summary>Narrowing what is in force would lift a part of it by one person.</summary>
    public sealed record NarrowsByResuming(string Key)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays as it is. It is in force, so it takes "
            + "two people to resume a part: one approves resuming that part, another resumes it.");

    /// <summary>Parts are named as they stand in the pause.</summary>
    public sealed record NoSuchPart(string Key, string Part, string Parts)
        : Refusal.Rule(
            $"Nothing was saved. {Part} is not a target of the pause {Key}. Its targets are: {Parts}. Write it exactly like this.");
}
