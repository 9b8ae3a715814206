using IncidentDesk.Reviews.Requiring;

namespace IncidentDesk.Reviews;

/// <summary>A subject with everything the register knows of it at a moment, as one reader may know it.</summary>
public sealed record SubjectSheet
{
    public required ReviewSubject Subject { get; init; }

    /// <summary>What the rules require of it, and where each stands.</summary>
    public required IReadOnlyList<RequiredReview> Required { get; init; }

    /// <summary>What would be required if it held data about people, which nobody has said.</summary>
    public required IReadOnlyList<Demand> Unclear { get; init; }

    /// <summary>Searches that found no review, the latest first; withdrawn ones too.</summary>
    public required IReadOnlyList<ReviewSearch> Searches { get; init; }

    public string Key => Subject.Key;
    public string Name => Subject.Name;

    /// <summary>Whether some people are protected and others are not.</summary>
    public bool IsUnequal => Subject.ClaimedSafeguards.Any(s => s.IsUnequal);

    /// <summary>The least favourable state of what is required; null when nothing is.</summary>
    public RequiredState? Worst => Required.Count == 0 ? null : Required.Min(r => r.State);

    /// <summary>"1 of 3 required reviews shown", with what the others are.</summary>
    public string InShort => ReviewsInShort.Of([this]).InWords;

    internal static SubjectSheet Of(ReviewSubject subject, IEnumerable<ReviewSearch> searches, ReviewShelf shelf, DateTimeOffset at)
    {
        var (required, unclear) = shelf.For(subject.Kind, subject.Labels, subject.PeopleData);
        var found = searches.OrderByDescending(s => s.LookedAt).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
        return new()
        {
            Subject = subject, Required = [.. required.Select(d => RequiredReview.Of(d, subject.Latest(d.Kind.Id), found, at))],
            Unclear = unclear, Searches = found
        };
    }
}

/// <summary>How the required reviews of some subjects stand, counted.</summary>
/// <param name="Required">How many are required in all.</param>
/// <param name="Unequal">Safeguards that some people have and others have not.</param>
public sealed record ReviewsInShort(
    int Required, int Shown, int UnmetConditions, int Expired, int Refused, int CannotBeShown, int NotLookedFor, int Unequal)
{
    public static ReviewsInShort Of(IReadOnlyCollection<SubjectSheet> sheets)
    {
        var states = sheets.SelectMany(s => s.Required).ToLookup(r => r.State);
        int In(RequiredState state) => states[state].Count();
        return new(
            sheets.Sum(s => s.Required.Count), In(RequiredState.Shown),
            In(RequiredState.UnmetConditions), In(RequiredState.Expired), In(RequiredState.Refused),
            In(RequiredState.CannotBeShown), In(RequiredState.NotLookedFor),
            sheets.Sum(s => s.Subject.ClaimedSafeguards.Count(g => g.IsUnequal)));
    }

    /// <summary>Whether somebody who leads has to know.</summary>
    public bool IsOpen => Required > Shown || Unequal > 0;

    /// <summary>"2 required reviews cannot be shown, 1 has unmet conditions."</summary>
    public string InWords
    {
        get
        {
            if (Required == 0) return Unequal == 0 ? "No review is required." : $"No review is required. {Protected}";
            if (Required == Shown)
                return $"{(Required == 1 ? "The required review is" : $"All {Required} required reviews are")} "
                    + $"on record.{(Unequal == 0 ? "" : " " + Protected)}";
            var parts = new[]
            {
                Part(CannotBeShown, "cannot be produced", "cannot be produced"),
                Part(Refused, "was refused", "were refused"), Part(Expired, "has expired", "have expired"),
                Part(UnmetConditions, "has unmet conditions", "have unmet conditions"),
                Part(NotLookedFor, "has not been searched for yet", "have not been searched for yet"),
                Part(Shown, "is on record", "are on record"),
            }.OfType<string>().ToList();
            return $"Of {Required} required {(Required == 1 ? "review" : "reviews")}, "
                + $"{string.Join(", ", parts)}.{(Unequal == 0 ? "" : " " + Protected)}";
        }
    }

    string Protected => Unequal == 1 ? "1 safeguard is unequal." : $"{Unequal} safeguards are unequal.";

    static string? Part(int count, string one, string many) => count == 0 ? null : $"{count} {(count == 1 ? one : many)}";
}
