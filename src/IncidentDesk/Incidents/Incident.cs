using System.Collections.Immutable;
using System.Globalization;

namespace IncidentDesk.Incidents;

/// <summary>The state of one incident: a fold of its stream, the same type for now and for "as known at".</summary>
public sealed partial record Incident
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    public string? Summary { get; init; }
    public required Severity Severity { get; init; }
    public required IncidentKind Kind { get; init; }
    public required Visibility Visibility { get; init; }
    public IncidentStatus Status { get; init; }

    /// <summary>When it was declared, UTC; the other three milestones may be unknown.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }
    public required string DeclaredBy { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? DetectedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When its status last became contained, UTC; null while it is not.</summary>
    public DateTimeOffset? ContainedAt { get; init; }

    public ImmutableArray<RoleHeld> Roles { get; init; } = [];

    /// <summary>Who takes part; on a private incident nobody else knows that it exists.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];
    public ImmutableArray<Settled> Closing { get; init; } = [];

    /// <summary>How its assets add up.</summary>
    public AssetTally Tally { get; init; } = AssetTally.None;

    /// <summary>The incident this one was found to be the same as; its number keeps answering.</summary>
    public int? MergedInto { get; init; }
    public ImmutableArray<int> Absorbed { get; init; } = [];

    /// <summary>Its number on the desk from which it was imported; null for one that was declared here.</summary>
    public int? OriginNumber { get; init; }

    /// <summary>Position and hash of the last entry, and when it was recorded (UTC).</summary>
    public int Position { get; init; }
    public string HeadHash { get; init; } = "";
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The number as people write it.</summary>
    public string Name => NameOf(Number);

    public bool IsOpen => Status is not IncidentStatus.Closed && MergedInto is null;

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"INC-{number}");

    public RoleHeld? Holder(IncidentRole role) => Roles.FirstOrDefault(r => r.Role == role);

    public Settlement StateOf(ClosingItem item) => Closing.FirstOrDefault(c => c.Item == item)?.State ?? Settlement.Open;
}

public sealed record RoleHeld(IncidentRole Role, Guid Person, string Name, DateTimeOffset Since);

public sealed record Participant(Guid Person, string Name);

/// <summary>How a closing item was settled, by whom and why; a waiver needs a reason.</summary>
public sealed record Settled(ClosingItem Item, Settlement State, string By, string? Reason, DateTimeOffset At);

/// <summary>A row for each participant, so that a query can ask who may see an incident.</summary>
public sealed record Participation(int Incident, Guid Person);
