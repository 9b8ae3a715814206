using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Reviews;

/// <summary>
/// What somebody said protects people in a program: an opt-out, little data, access rules; whom it
/// covers, and whether anybody checked.
/// </summary>
public sealed record Safeguard
{
    /// <summary>Counts from 1 within its subject.</summary>
    public required int Number { get; init; }
    public required SafeguardKind Kind { get; init; }

    /// <summary>What is claimed, in the words of the claim.</summary>
    public required string Claim { get; init; }

    /// <summary>Where it was claimed: a notice, a review, a press text.</summary>
    public required string ClaimedIn { get; init; }
    public ImmutableArray<CoveredGroup> Groups { get; init; } = [];
    public SafeguardCheck? Check { get; init; }
    public ReviewRemark? Withdrawn { get; init; }

    public SafeguardResult Standing => Check?.Standing ?? SafeguardResult.NotVerified;

    /// <summary>Some have it and others have not.</summary>
    public bool IsUnequal => Groups.Any(g => g.Covered is Covered.Yes) && Groups.Any(g => g.Covered is Covered.No);

    /// <summary>Whom it covers, in one or two sentences.</summary>
    public string InWords => Groups.IsEmpty ? "Its coverage is not known." : string.Join(" ", Parts());

    IEnumerable<string> Parts()
    {
        var (yes, no, unknown) = (Names(Covered.Yes), Names(Covered.No), Names(Covered.Unknown));
        if (IsUnequal) yield return $"Unequal: {yes.Listed()} are covered, {no.Listed()} are not.";
        else if (yes.Count > 0) yield return $"Covered: {yes.Listed()}.";
        else if (no.Count > 0) yield return $"Not covered: {no.Listed()}.";
        if (unknown.Count > 0) yield return $"Not known for {unknown.Listed()}.";
    }

    List<string> Names(Covered covered) => [.. Groups.Where(g => g.Covered == covered).Select(g => g.Name)];

}

/// <param name="Name">A group of people, in the plural: executives, staff, contractors.</param>
public sealed record CoveredGroup([property: Wording] string Name, Covered Covered);

/// <param name="Evidence">What was done to find out, and where that can be read.</param>
public sealed record SafeguardCheck(SafeguardResult Standing, string Evidence, string By, DateTimeOffset At);
