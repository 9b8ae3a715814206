using IncidentDesk.Incidents;

namespace IncidentDesk.Overview.Board;

/// <summary>One incident as it stands on the board.</summary>
public sealed record BoardRow
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required Severity Severity { get; init; }
    public required IncidentKind Kind { get; init; }
    public required IncidentStatus Status { get; init; }
    public required Visibility Visibility { get; init; }

    /// <summary>Who commands, and whether that account is closed; null while nobody does.</summary>
    public string? Commander { get; init; }

    /// <summary>Whether whoever commands can no longer come in.</summary>
    public bool NeedsCommander { get; init; }

    /// <summary>UTC, as are all times here.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When the last entry was recorded.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many pauses are in force because of it.</summary>
    public int Paused { get; init; }

    /// <summary>How many of them were seen running.</summary>
    public int SeenRunning { get; init; }

    /// <summary>How many of them are past their review, and still paused.</summary>
    public int OverdueReviews { get; init; }
    public int? MergedInto { get; init; }
    public int Position { get; init; }

    public string Name => Incident.NameOf(Number);

    public bool IsOpen => Status is not IncidentStatus.Closed && MergedInto is null;

    /// <summary>How long ago it was declared.</summary>
    public TimeSpan Age(DateTimeOffset now) => now - DeclaredAt;
}

/// <summary>A page of the board; <see cref="Next"/> is given back as <c>after</c>, null at the end.</summary>
public sealed record BoardPage(IReadOnlyList<BoardRow> Items, string? Next, BoardCounts Counts);

/// <summary>
/// How many incidents stand where, of those this reader may see and whatever statuses were asked for;
/// merged ones count only as merged.
/// </summary>
public sealed record BoardCounts(int Declared, int Investigating, int Contained, int Resolved, int Closed, int Merged)
{
    public int Open => Declared + Investigating + Contained + Resolved;
}
