using System.Collections.Immutable;
using IncidentDesk.Incidents;

namespace IncidentDesk.Pauses.Asking;

/// <summary>
/// What a machine may know of a pause. Of one that belongs to a private incident it is told whether to stop, and nothing else:
/// <see cref="Incident"/>, <see cref="Severity"/> and <see cref="Target"/> are null then, the rest decides and is not told.
/// </summary>
/// <param name="Since">From when it is in force, UTC, which may lie ahead; null before it is ordered.</param>
/// <param name="ReviewBy">By when somebody looks at it again, UTC; nothing happens by itself then.</param>
/// <param name="Targets">What it reaches still.</param>
/// <param name="ResumedParts">What of it runs again.</param>
/// <param name="Position">Of its last entry in the stream it lives in.</param>
public sealed record AskedPause(
    string Key, PauseState State, PauseMode Mode, DateTimeOffset? Since, DateTimeOffset ReviewBy,
    bool IsPrivate, int? Incident, Severity? Severity, string? Target,
    ImmutableArray<PauseTarget> Targets, ImmutableArray<PauseTarget> ResumedParts, int Position)
{
    /// <summary>What whoever asks at that moment is told; of a private pause not that only a part runs.</summary>
    /// <param name="running">What they say they are about to run; nothing when they do not say.</param>
    public Verdict At(DateTimeOffset now, Running running) =>
        !Stops(now) ? Verdict.Runs
        : !running.IsWithin(ResumedParts, butNot: Targets) ? Verdict.Paused
        : IsPrivate ? Verdict.Runs : Verdict.PartRuns;

    /// <summary>Whether whatever asks at that moment, without saying for which part, has to stop.</summary>
    public bool Stops(DateTimeOffset now) =>
        State is not (PauseState.Proposed or PauseState.Resumed or PauseState.Withdrawn) && Since <= now;
}

/// <summary>
/// What a pause means for whoever asks: stop; go on, because this part of it was resumed; go
/// on, because it is not in force.
/// </summary>
public enum Verdict { Paused, PartRuns, Runs }
