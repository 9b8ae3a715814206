using IncidentDesk.Incidents;

namespace IncidentDesk.Pauses.Asking;

/// <summary>
/// What a machine may know of a pause. Of one that belongs to a private incident it is told whether and how to stop, not why:
/// <see cref="Incident"/>, <see cref="Severity"/> and <see cref="Target"/> are null then.
/// </summary>
/// <param name="Since">From when it is in force, UTC, which may lie ahead; null before it is ordered.</param>
/// <param name="ReviewBy">By when somebody looks at it again, UTC; nothing happens by itself then.</param>
/// <param name="Position">Of its last entry in the stream it lives in.</param>
public sealed record PauseStanding(
    string Key, PauseState State, PauseMode Mode, DateTimeOffset? Since, DateTimeOffset ReviewBy,
    bool IsPrivate, int? Incident, Severity? Severity, string? Target, int Position)
{
    /// <summary>Whether whatever asks at that moment has to stop.</summary>
    public bool Stops(DateTimeOffset now) => State is not (PauseState.Proposed or PauseState.Resumed or PauseState.Withdrawn) && Since <= now;
}
