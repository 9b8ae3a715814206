using System.Globalization;

namespace IncidentDesk.Reviews;

/// <summary>What a review came to.</summary>
public enum ReviewOutcome { Approved, ApprovedWithConditions, Refused }

/// <summary>Where a review stands that is required. Nothing here is called missing: either somebody looked, or nobody has yet.</summary>
public enum RequiredState { NotLookedFor, CannotBeShown, Refused, Expired, UnmetConditions, Shown }

/// <summary>What a safeguard does for people.</summary>
public enum SafeguardKind { OptOut, Minimisation, AccessRules, Retention, Notice, HumanReview, Other }

/// <summary>Whether a group of people is covered.</summary>
public enum Covered { Yes, No, Unknown }

/// <summary>What a check of a safeguard came to.</summary>
public enum SafeguardResult { NotVerified, Holds, DoesNotHold, CannotBeAssessed }

public static class ReviewWords
{
    public static string Word(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Approved => "approved",
        ReviewOutcome.ApprovedWithConditions => "approved with conditions",
        _ => "refused",
    };

    public static string Word(this RequiredState state) => state switch
    {
        RequiredState.CannotBeShown => "cannot be produced",
        RequiredState.Refused => "refused",
        RequiredState.Expired => "expired",
        RequiredState.UnmetConditions => "with unmet conditions",
        RequiredState.Shown => "on record",
        _ => "not searched for yet",
    };

    public static string Word(this SafeguardKind kind) => kind switch
    {
        SafeguardKind.OptOut => "opt-out",
        SafeguardKind.AccessRules => "access rules",
        SafeguardKind.HumanReview => "human review",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Word(this SafeguardResult result) => result switch
    {
        SafeguardResult.Holds => "verified: it holds",
        SafeguardResult.DoesNotHold => "verified: it does not hold",
        SafeguardResult.CannotBeAssessed => "cannot be assessed",
        _ => "not verified",
    };

    /// <summary><c>12 March 2026</c>.</summary>
    public static string Say(this DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"A", "A and B", "A, B and C".</summary>
    internal static string Listed(this IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
