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
        _ when at < Alarm?.LastSeen => new SeenSince(Key, Instants.Say(Alarm.LastSeen)),
        _ => new Fact(what with { Settles = SeenRunning }) { HappenedAt = at },
    };

    /// <summary>It was seen running after the check.</summary>
    public sealed record SeenSince(string Key, string LastSeen)
        : Refusal.Rule($"Nothing was saved. {Key} was seen running at {LastSeen}, after what you describe. Stop it, look again, and record that.");

    /// <summary>Silence says something only of sources that were named.</summary>
    public sealed record NoHeartbeats(string Key)
        : Refusal.Rule($"Nothing was saved. No source of {Key} is named that would send while it runs, so silence shows nothing. Name the sources first, or record a check.");

    /// <summary>A source was heard in the period.</summary>
    public sealed record NotSilent(string Key, string Sources)
        : Refusal.Rule($"Nothing was saved. In this period {Key} was heard running by: {Sources}. Choose a later period, or record what was found.");

    /// <summary>It was proposed, never ordered.</summary>
    public sealed record NothingToVerify(string Key)
        : Refusal.Rule($"Nothing was saved. The pause {Key} was never ordered, so nothing has stopped by it. Order it first.");

    /// <summary>What was seen before it stopped shows nothing.</summary>
    public sealed record BeforeItStopped(string Key, string Since)
        : Refusal.Rule($"Nothing was saved. The pause {Key} is in force from {Since}; what was seen before shows nothing. Look again, and record that.");
}
