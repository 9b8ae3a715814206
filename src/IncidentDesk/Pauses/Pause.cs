using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentDesk.Pauses.Costing;
using IncidentDesk.Pauses.Sighting;

namespace IncidentDesk.Pauses;

/// <summary>
/// The decision that something stops: what, how far, by whom, until which re-check. It never ends by itself; one person may
/// order it, two must resume.
/// </summary>
public sealed partial record Pause
{
    /// <summary>A slug that machines ask for; given once and never again.</summary>
    public required string Key { get; init; }
    public int? Incident { get; init; }

    /// <summary>What is paused, in words: a program, a pipeline, a feature.</summary>
    public required string Target { get; init; }

    /// <summary>How far the pause reaches: which places, people or data.</summary>
    public required string Scope { get; init; }
    public required PauseMode Mode { get; init; }
    public required string Reason { get; init; }

    /// <summary>By when somebody looks at it again, UTC; nothing happens by itself when that passes.</summary>
    public required DateTimeOffset ReviewBy { get; init; }

    /// <summary>What has to be met, or waived, before it resumes.</summary>
    public ImmutableArray<PauseCondition> Conditions { get; init; } = [];
    public PauseState State { get; init; }

    /// <summary>Whether some of them stand for conditions of reviews, for queries.</summary>
    public bool TakesOver { get; init; }

    /// <summary>In whose name it was ordered, where that is not the person who recorded it.</summary>
    public string? Authority { get; init; }

    /// <summary>What shows that it really stopped; gone again when it is seen running.</summary>
    public PauseVerification? Verification { get; init; }

    /// <summary>Set while it is paused but seen running, until a new verification settles it.</summary>
    public PauseAlarm? Alarm { get; init; }

    /// <summary>The same as <see cref="Alarm"/> being there, for queries.</summary>
    public bool SeenRunning { get; init; }

    /// <summary>Sources that send while it runs, and so must be silent.</summary>
    public ImmutableArray<string> Heartbeats { get; init; } = [];

    /// <summary>What the words of the scope mean for machines; those that are still paused.</summary>
    public ImmutableArray<PauseTarget> Targets { get; init; } = [];

    /// <summary>Parts of it that run again.</summary>
    public ImmutableArray<PauseTarget> ResumedParts { get; init; } = [];

    /// <summary>What the approval that stands is for; empty when it is for all of it.</summary>
    public ImmutableArray<PauseTarget> ApprovedParts { get; init; } = [];
    public PauseCost? Cost { get; init; }

    /// <summary>Who decided, where that is not the person who recorded it.</summary>
    public string? Decider { get; init; }

    /// <summary>Who took the re-check over from whoever decided; see <see cref="Reviewer"/>.</summary>
    [JsonIgnore]
    public Rechecker? HandedTo { get; init; }
    public PauseReminder? Reminder { get; init; }

    /// <summary>Who agreed that it may resume, and why; gone again when the pause is changed afterwards.</summary>
    public PauseStep? Approval { get; init; }
    public ImmutableArray<PauseStep> History { get; init; } = [];

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>From when it is in force, UTC; may be still to come.</summary>
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>When it was resumed or withdrawn, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Counted beside the record: null where never, where a single pause is read, and where somebody looks back.</summary>
    public SeenInAll? Sightings { get; init; }

    /// <summary>Position of its last entry in the stream it lives in.</summary>
    public int Position { get; init; }

    public bool IsOver => State is PauseState.Resumed or PauseState.Withdrawn;

    public bool IsInForce => State is PauseState.Ordered or PauseState.Verified or PauseState.ResumeApproved;

    public IReadOnlyList<PauseCondition> OpenConditions => [.. Conditions.Where(c => c.State is ConditionState.Open)];

    /// <summary>Whether whatever it reaches has to stop at that moment.</summary>
    public bool IsEffective(DateTimeOffset now) => IsInForce && OrderedAt <= now;

    /// <summary>The time of the re-check has passed and the thing is still paused; passing it lifts nothing.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsInForce && ReviewBy <= now;

    /// <summary>The state for a reader at that moment.</summary>
    public string StatusAt(DateTimeOffset now) => this switch
    {
        { SeenRunning: true } => "paused but seen running",
        _ when IsOverdue(now) => "overdue, still paused",
        _ when IsInForce && OrderedAt > now => $"{State.Word()}, in force from {Instants.Say(OrderedAt.Value)}",
        _ => State.Word(),
    };
}

/// <summary>One step in the life of a pause.</summary>
/// <param name="What">The sentence of the entry.</param>
/// <param name="Text">The reason given with it.</param>
/// <param name="Position">Of its entry; what came later is told by this, never by the clock.</param>
public sealed record PauseStep(PauseState State, string What, Guid Person, string Name, DateTimeOffset At, string? Text, int Position = 0);
