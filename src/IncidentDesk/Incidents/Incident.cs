using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

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
    /// <summary>Who was let in past its participants, by two people.</summary>
    public ImmutableArray<EmergencyAccess> EmergencyAccess { get; init; } = [];
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

    /// <summary>For a reader: with whose account is closed among those who hold a role.</summary>
    internal Incident WithClosed(IReadOnlyDictionary<Guid, DateTimeOffset> closed) =>
        this with { Roles = [.. Roles.Select(r => r.AsOf(closed))] };

    public Settlement StateOf(ClosingItem item) => Closing.FirstOrDefault(c => c.Item == item)?.State ?? Settlement.Open;
}

/// <param name="TakenAt">Position of the entry, where its holder took command themselves; what was privileged before stays so.</param>
public sealed record RoleHeld(IncidentRole Role, Guid Person, string Name, DateTimeOffset Since, int? TakenAt = null)
{
    /// <summary>Since when its holder's account is closed (UTC): for readers, it is not kept with the incident.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal RoleHeld AsOf(IReadOnlyDictionary<Guid, DateTimeOffset> closed) =>
        closed.TryGetValue(Person, out var since) ? this with { ClosedAt = since } : this;

    /// <summary>The name with what a reader must know of it.</summary>
    [JsonIgnore]
    public string Shown => ClosedAt is null ? Name : $"{Name} (account closed)";
}

public sealed record Participant(Guid Person, string Name);

/// <summary>That a person was let into a private incident by another one, and why.</summary>
public sealed record EmergencyAccess(string Name, string AgreedBy, string Reason, DateTimeOffset At);

/// <summary>How a closing item was settled, by whom and why; a waiver needs a reason.</summary>
public sealed record Settled(ClosingItem Item, Settlement State, string By, string? Reason, DateTimeOffset At);

/// <summary>A row for each participant, so that a query can ask who may see an incident.</summary>
public sealed record Participation(int Incident, Guid Person);
