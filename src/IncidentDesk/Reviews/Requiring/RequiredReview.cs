namespace IncidentDesk.Reviews.Requiring;

/// <summary>A review that a rule requires of a subject, and where it stands at a moment.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Name">The kind as people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Says">The same as a sentence that names who, when and what is unmet.</param>
/// <param name="Review">Number of the review that counts, if there is one.</param>
/// <param name="Rules">What requires it.</param>
public sealed record RequiredReview(
    string Kind, string Name, RequiredState State, string Says, int? Review, IReadOnlyList<ReviewRule> Rules)
{
    /// <summary>All but one in force with nothing unmet.</summary>
    public bool IsOpen => State is not RequiredState.Shown;

    /// <param name="demand">What is required.</param>
    /// <param name="review">The review of that kind that counts.</param>
    /// <param name="searches">Searches that found none, as far as the reader may know of them.</param>
    /// <param name="now">At which moment.</param>
    internal static RequiredReview Of(Demand demand, Review? review, IEnumerable<ReviewSearch> searches, DateTimeOffset now)
    {
        var (kind, name) = (demand.Kind.Id, demand.Kind.Name);
        if (review is not null) return new(kind, name, review.StateAt(now), Say(review, now), review.Number, demand.Rules);
        var last = searches.Where(s => s.Kind == kind && s.Counts).OrderBy(s => s.LookedAt).ThenBy(s => s.RecordedAt).LastOrDefault();
        return last is null
            ? new(kind, name, RequiredState.NotLookedFor, "Neither the review nor a search for it is recorded.", null, demand.Rules)
            : new(kind, name, RequiredState.CannotBeShown, last.InWords, null, demand.Rules);
    }

    static string Say(Review review, DateTimeOffset now)
    {
        var signed = $"{review.Document}, signed by {review.Signer} on {review.SignedOn.Say()}";
        var unmet = review.Unmet.Count == 0 ? ""
            : $" Unmet: {string.Join("; ", review.Unmet.Select(c => $"{c.Number}. {c.Text.TrimEnd('.')}"))}.";
        return review.StateAt(now) switch
        {
            RequiredState.Refused => $"Refused: {signed}.",
            RequiredState.Expired => $"Expired after {review.ExpiresOn!.Value.Say()}: {signed}.{unmet}",
            RequiredState.UnmetConditions => $"{review.Unmet.Count} of {review.Conditions.Length} conditions unmet: {signed}.{unmet}",
            _ => $"{Words(review)}: {signed}{(review.ExpiresOn is { } last ? $", valid until {last.Say()}" : "")}.",
        };
    }

    static string Words(Review review) => review.Conditions.IsEmpty ? "Approved" : "Approved, all conditions met";
}
