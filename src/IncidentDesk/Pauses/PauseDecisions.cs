using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Pauses;

/// <summary>What a pause allows in the state it is in.</summary>
public sealed partial record Pause
{
    /// <param name="happenedAt">When it took effect, if that was earlier.</param>
    /// <param name="effectiveAt">When it takes effect, if that is later.</param>
    internal Outcome<Fact> Order(string? authority, string? decider, DateTimeOffset? happenedAt, DateTimeOffset? effectiveAt) =>
        State switch
        {
            PauseState.Proposed =>
                new Fact(new PauseOrdered(Key, Target, Mode, authority, decider, effectiveAt)) { HappenedAt = happenedAt },
            PauseState.Resumed or PauseState.Withdrawn => new Over(Key, State.Word()),
            _ => new InForce(Key, Instants.Say(OrderedAt!.Value)),
        };

    internal Outcome<Fact> Withdraw(string reason) => State switch
    {
        PauseState.Proposed => (Fact)new PauseWithdrawn(Key, reason),
        PauseState.Resumed or PauseState.Withdrawn => new Over(Key, State.Word()),
        _ => new EndsByResuming(Key),
    };

    internal Outcome<Fact> ChangeMode(PauseMode to, string reason) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        _ when to == Mode => new SameMode(Key, Mode.Word()),
        _ => (Fact)new ModeChanged(Key, Mode, to, Approval is not null, reason),
    };

    internal Outcome<Fact> StateCost(PauseCost cost) =>
        IsOver ? new Over(Key, State.Word()) : (Fact)new CostStated(Key, cost.Text, cost.Figure, cost.Unit, cost.Per, cost.Certainty);

    internal Outcome<Fact> Extend(DateTimeOffset to, string reason) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        _ when to == ReviewBy => new SameReview(Key, Instants.Say(ReviewBy)),
        _ => (Fact)new PauseExtended(Key, ReviewBy, to, Approval is not null, reason),
    };

    /// <summary>
    /// Keys are given once. A key held by a pause the caller may not see is taken too, and
    /// nothing more is said about it.
    /// </summary>
    public sealed record KeyTaken(string Key, string? State) : Refusal.Rule(State is null
        ? $"Nothing was saved. The key {Key} is already used. Each key is used only once; choose another."
        : $"Nothing was saved. The key {Key} is already used by a pause that is {State}. Work on that pause, or choose another key.");

    /// <summary>It was resumed or withdrawn.</summary>
    public sealed record Over(string Key, string State)
        : Refusal.Rule(
            $"Nothing was saved. The pause {Key} has ended: it is {State}. To pause again, propose a new pause with another key.");

    /// <summary>It has been ordered before.</summary>
    public sealed record InForce(string Key, string Since)
        : Refusal.Rule($"Nothing was saved. The pause {Key} was already ordered and has been in force since {Since}.");

    /// <summary>Only a proposal can be withdrawn.</summary>
    public sealed record EndsByResuming(string Key)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. "
            + "An ordered pause ends only by resuming: one person approves, another resumes.");

    /// <summary>The time of the re-check is what was asked for already.</summary>
    public sealed record SameReview(string Key, string ReviewBy)
        : Refusal.Rule($"Nothing was saved. The re-check of {Key} is already set for {ReviewBy}; choose another time.");

    public sealed record SameMode(string Key, string Mode)
        : Refusal.Rule($"Nothing was saved. The pause {Key} already has the mode {Mode}; choose another.");

    /// <summary>It was proposed, never ordered.</summary>
    public sealed record NotInForce(string Key)
        : Refusal.Rule(
            $"Nothing was saved. The pause {Key} was never ordered, so there is nothing to resume. Order it, or withdraw the proposal.");
}
