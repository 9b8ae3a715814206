using System.Collections.Immutable;
using IncidentDesk.Pauses.Asking;
using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;

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

    /// <summary>Who asked is taken down as it stands now: rows that go on counting are no record.</summary>
    /// <param name="accepted">Why clients that fell silent are no reason to doubt, if somebody says so.</param>
    internal Outcome<Fact> VerifyByAsks(PauseClients asked, string? accepted, string? text, DateTimeOffset now) => this switch
    {
        { IsOver: true } => new Over(Key, State.Word()),
        { State: PauseState.Proposed } => new NothingToVerify(Key),
        _ when now < OrderedAt => new BeforeItStopped(Key, Instants.Say(OrderedAt.Value)),
        _ when asked.LastAt is null => new NobodyAsked(Key, Instants.Say(OrderedAt!.Value)),
        _ when asked.LastAt < Alarm?.LastSeen => new SeenSince(Key, Instants.Say(Alarm.LastSeen)),
        _ when asked.Silent.Count > 0 && accepted is null =>
            new ClientsSilent(Key, asked.Silent.Count, string.Join(", ", Named(asked.Silent).Select(c => c.Client))),
        _ => (Fact)new PauseAsksCounted(Key, OrderedAt!.Value, asked.LastAt.Value, asked.Since.Count, Named(asked.Since),
            asked.Silent.Count, Named(asked.Silent), asked.Silent.Count > 0 ? accepted : null, text, SeenRunning),
    };

    static ImmutableArray<AskedBy> Named(IEnumerable<PauseAsk> clients) =>
        [.. clients.Take(20).Select(c => new AskedBy(c.Client, c.LastAt))];

    /// <summary>No machine was told to stop.</summary>
    public sealed record NobodyAsked(string Key, string Since)
        : Refusal.Rule($"Nothing was saved. No client has asked about {Key} since {Since}, "
            + "so no machine got the answer to stop. Let the jobs ask, or record a check by a person.");

    /// <summary>Whether these stopped is not known.</summary>
    public sealed record ClientsSilent(string Key, int Count, string Clients)
        : Refusal.Rule($"Nothing was saved. {(Count == 1 ? "A client" : $"{Count} clients")} that asked about "
            + $"{Key} before it took effect {(Count == 1 ? "has" : "have")} not asked since: {Clients}. "
            + "Check whether they are running, or give the reason why that is no cause for doubt.");

    /// <summary>It was seen running after the check.</summary>
    public sealed record SeenSince(string Key, string LastSeen)
        : Refusal.Rule(
            $"Nothing was saved. {Key} was seen running at {LastSeen}, after what you describe. Stop it, check again, and record that.");

    /// <summary>Silence says something only of sources that were named.</summary>
    public sealed record NoHeartbeats(string Key)
        : Refusal.Rule($"Nothing was saved. {Key} has no sources that must stay silent, "
            + "so silence proves nothing. Set the sources first, or record a check.");

    /// <summary>A source was heard in the period.</summary>
    public sealed record NotSilent(string Key, string Sources)
        : Refusal.Rule($"Nothing was saved. In this period {Key} was reported running by: "
            + $"{Sources}. Choose a later period, or record what was found.");

    /// <summary>It was proposed, never ordered.</summary>
    public sealed record NothingToVerify(string Key)
        : Refusal.Rule($"Nothing was saved. The pause {Key} was never ordered, so there is nothing to verify. Order it first.");

    /// <summary>What was seen before it stopped shows nothing.</summary>
    public sealed record BeforeItStopped(string Key, string Since)
        : Refusal.Rule($"Nothing was saved. The pause {Key} took effect at {Since}; "
            + "a check before that proves nothing. Check again, and record that.");
}
