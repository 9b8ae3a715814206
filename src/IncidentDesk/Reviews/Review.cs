using System.Collections.Immutable;

namespace IncidentDesk.Reviews;

/// <summary>
/// A document by which somebody answered for a program: what it is called, what it is to the byte,
/// who signed it and what it laid down.
/// </summary>
public sealed record Review
{
    /// <summary>Counts from 1 within its subject.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the kind of review: <c>dpia</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the kind when it was recorded; rules change, the record does not.</summary>
    public required string KindName { get; init; }
    public required string Document { get; init; }

    /// <summary>SHA-256 of the document, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the desk keeps the document, too, and not its hash alone.</summary>
    public bool Kept { get; init; }
    public required string Signer { get; init; }

    /// <summary>The date on the document.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>The last day, UTC, on which it holds; null when it has no end.</summary>
    public DateOnly? ExpiresOn { get; init; }
    public required ReviewOutcome Outcome { get; init; }
    public ImmutableArray<ReviewCondition> Conditions { get; init; } = [];
    public required string RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Number of the review that took its place.</summary>
    public int? SupersededBy { get; init; }

    /// <summary>Why it counts no more; null while it does.</summary>
    public ReviewRemark? Withdrawn { get; init; }
    public ImmutableArray<ReviewRemark> Corrections { get; init; } = [];

    /// <summary>It was neither withdrawn nor superseded.</summary>
    public bool Counts => Withdrawn is null && SupersededBy is null;

    public IReadOnlyList<ReviewCondition> Unmet => [.. Conditions.Where(c => !c.Met)];

    public bool IsExpired(DateTimeOffset now) => ExpiresOn is { } last && DateOnly.FromDateTime(now.UtcDateTime) > last;

    /// <summary>Where it stands for a reader at that moment, as one that counts.</summary>
    public RequiredState StateAt(DateTimeOffset now) => this switch
    {
        { Outcome: ReviewOutcome.Refused } => RequiredState.Refused,
        _ when IsExpired(now) => RequiredState.Expired,
        _ when Unmet.Count > 0 => RequiredState.UnmetConditions,
        _ => RequiredState.Shown,
    };
}

/// <summary>What a review demands before it holds in full.</summary>
/// <param name="Number">Counts from 1 within the review.</param>
public sealed record ReviewCondition(int Number, string Text)
{
    public bool Met { get; init; }

    /// <summary>What shows that it is met, or why it is open again.</summary>
    public string? Ground { get; init; }

    /// <summary>Who says so, UTC when; null while nobody has.</summary>
    public string? By { get; init; }
    public DateTimeOffset? At { get; init; }
}

/// <summary>Something said about a review after it was recorded.</summary>
public sealed record ReviewRemark(string Reason, string By, DateTimeOffset At);
