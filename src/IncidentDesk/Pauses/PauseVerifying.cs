using IncidentDesk.Pauses.Events;
using IncidentDesk.Timeline;

namespace IncidentDesk.Pauses;

/// <summary>Showing that what is paused really stopped.</summary>
public sealed partial record Pause
{
    /// <param name="what">The evidence.</param>
    /// <param name="at">When it was checked, or the end of the period it speaks of.</param>
    internal Outcome<Fact> Verify(PauseVerified what, DateTimeOffset at) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        { State: PauseState.Proposed } => new NothingToVerify(Key),
        _ when (what.From ?? at) < OrderedAt => new BeforeItStopped(Key, Instants.Say(OrderedAt!.Value)),
        _ => new Fact(what) { HappenedAt = at },
    };

    /// <summary>It was proposed, never ordered.</summary>
    public sealed record NothingToVerify(string Key)
        : Refusal.Rule($"Nothing was saved. The pause {Key} was never ordered, so nothing has stopped by it. Order it first.");

    /// <summary>What was seen before it stopped shows nothing.</summary>
    public sealed record BeforeItStopped(string Key, string Since)
        : Refusal.Rule($"Nothing was saved. The pause {Key} is in force from {Since}; what was seen before shows nothing. Look again, and record that.");
}
