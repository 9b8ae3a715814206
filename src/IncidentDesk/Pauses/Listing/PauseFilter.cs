namespace IncidentDesk.Pauses.Listing;

/// <summary>What somebody looks for among pauses, besides states and modes.</summary>
public enum PauseConcern { InForce, Overdue, SeenRunning, NotVerified }

/// <summary>
/// By key; the re-check that is due first; the longest in force; the name of the person responsible for it;
/// the one seen running most often.
/// </summary>
public enum PauseOrder { Key, Review, Age, Reviewer, Sightings }

/// <summary>Which pauses are wanted, in which order.</summary>
public sealed record PauseFilter
{
    /// <summary>Whoever asks, in <see cref="Reviewer"/>.</summary>
    public const string Me = "me";

    public IReadOnlyList<PauseState> States { get; init; } = [];
    public IReadOnlyList<PauseMode> Modes { get; init; } = [];
    public PauseConcern? Only { get; init; }

    /// <summary>A part of the name of that person, in any case of letters, or <see cref="Me"/>.</summary>
    public string? Reviewer { get; init; }
    public PauseOrder Order { get; init; }

    /// <summary>The key with which the page before ended.</summary>
    public string? After { get; init; }
    public int Limit { get; init; } = 100;

    /// <summary>Whether the database can read it page by page.</summary>
    internal bool IsByKeyAlone => Order is PauseOrder.Key && Modes.Count == 0 && Only is null && Reviewer.OrNull() is null;

    internal bool Fits(Pause pause, Guid me, DateTimeOffset at) =>
        (States.Count == 0 || States.Contains(pause.State)) && (Modes.Count == 0 || Modes.Contains(pause.Mode))
            && IsConcern(pause, at) && IsRechecker(pause, me);

    bool IsConcern(Pause pause, DateTimeOffset at) => Only switch
    {
        null => true,
        PauseConcern.InForce => pause.IsInForce,
        PauseConcern.Overdue => pause.IsOverdue(at),
        PauseConcern.SeenRunning => pause.SeenRunning,
        _ => pause.IsInForce && pause.Verification is null,
    };

    bool IsRechecker(Pause pause, Guid me) => Reviewer.OrNull() switch
    {
        null => true,
        Me => pause.Reviewer?.Person == me,
        var name => pause.Reviewer?.Name.Contains(name, StringComparison.OrdinalIgnoreCase) ?? false,
    };
}
