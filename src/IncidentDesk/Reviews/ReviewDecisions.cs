using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;

namespace IncidentDesk.Reviews;

/// <summary>What may be said about the reviews of a subject, given what has been said.</summary>
public sealed partial record ReviewSubject
{
    internal const int MostReviews = 500;

    /// <param name="what">As recorded, its number still to be given.</param>
    internal Outcome<Fact> Record(ReviewRecorded what)
    {
        if (Reviews.Length >= MostReviews) return new TooManyReviews(Key, MostReviews);
        if (Reviews.FirstOrDefault(
            r => r.Counts && r.Kind == what.Kind && r.Sha256 == what.Sha256 && r.Number != what.Supersedes) is { } same)
            return new SameDocument(Key, same.Number);
        if (what.Supersedes is { } older && Counting(older) is { Done: false } gone) return gone.Refusal!;
        if (what.Supersedes is { } number && Reviews[number - 1].Kind != what.Kind)
            return new OtherKind(Key, number, Reviews[number - 1].KindName);
        return (Fact)(what with { Review = Reviews.Length + 1 });
    }

    internal Outcome<Fact> Correct(ReviewCorrected what)
    {
        var review = Counting(what.Review);
        if (!review.Done) return review.Refusal;
        var (was, changed) = (review.Value, what);
        if (changed.Outcome is ReviewOutcome.ApprovedWithConditions && was.Conditions.IsEmpty)
            return new NoConditionsToMeet(Key, was.Number);
        if ((changed.ExpiresOn ?? was.ExpiresOn) < (changed.SignedOn ?? was.SignedOn))
            return new EndsBeforeItBegins(Key, was.Number, (changed.SignedOn ?? was.SignedOn).Say());
        var same = (changed.Document ?? was.Document) == was.Document
            && (changed.Sha256 ?? was.Sha256) == was.Sha256 && (changed.Signer ?? was.Signer) == was.Signer
            && (changed.SignedOn ?? was.SignedOn) == was.SignedOn
            && (changed.ExpiresOn ?? was.ExpiresOn) == was.ExpiresOn && (changed.Outcome ?? was.Outcome) == was.Outcome;
        return same ? new NothingCorrected(Key, was.Number) : (Fact)changed;
    }

    internal Outcome<Fact> Withdraw(int number, string reason)
    {
        var review = Counting(number);
        return review.Done ? (Fact)new ReviewWithdrawn(Key, number, review.Value.KindName, reason) : review.Refusal;
    }

    internal Outcome<Fact> Settle(int number, int condition, bool met, string? evidence, string? reason)
    {
        var review = Counting(number);
        if (!review.Done) return review.Refusal;
        if (review.Value.Conditions.FirstOrDefault(c => c.Number == condition) is not { } found)
            return new NoSuchReviewCondition(Key, number, condition, review.Value.Conditions.Length);
        return found.Met == met && (!met || found.Ground == evidence)
            ? new ReviewConditionIsSo(Key, number, condition, met ? "met" : "open")
            : (Fact)new ReviewConditionSettled(Key, number, condition, found.Text, met, evidence, reason);
    }

    /// <summary>The review of that number, if it is there and counts.</summary>
    internal Outcome<Review> Counting(int number) => Reviews.FirstOrDefault(r => r.Number == number) switch
    {
        null => new NoSuchReview(Key, number, Reviews.Length),
        { Counts: false } gone =>
            new CountsNoMore(Key, number, gone.SupersededBy is { } by ? $"review {by} replaced it" : "it was withdrawn"),
        { } review => review,
    };

    public sealed record NoSuchReview(string Key, int Number, int Count)
        : Refusal.Rule($"Nothing was saved. {Key} has no review {Number} in the register. It has {Count}, numbered from 1.");

    /// <summary>It was withdrawn or superseded.</summary>
    public sealed record CountsNoMore(string Key, int Number, string Why)
        : Refusal.Rule(
            $"Nothing was saved. Review {Number} of {Key} no longer counts: {Why}. Work on the current review, or record a new one.");

    /// <summary>The same bytes are there as the same kind of review.</summary>
    public sealed record SameDocument(string Key, int Number)
        : Refusal.Rule($"Nothing was saved. Review {Number} of {Key} is the same document, by its SHA-256, "
            + "and the same kind of review. Correct that review, or record the new one as its replacement.");

    public sealed record OtherKind(string Key, int Number, string Kind)
        : Refusal.Rule($"Nothing was saved. Review {Number} of {Key} is another kind of review ({Kind}); "
            + "a review can only replace one of the same kind.");

    public sealed record NoConditionsToMeet(string Key, int Number)
        : Refusal.Rule($"Nothing was saved. Review {Number} of {Key} has no recorded conditions, so it cannot be "
            + "approved with conditions. Record it again with its conditions, as the replacement of this one.");

    public sealed record EndsBeforeItBegins(string Key, int Number, string SignedOn)
        : Refusal.Rule($"Nothing was saved. Review {Number} of {Key} would expire before it was signed on {SignedOn}. Check both dates.");

    public sealed record NothingCorrected(string Key, int Number)
        : Refusal.Rule($"Nothing was saved. Review {Number} of {Key} already says all of this.");

    public sealed record NoSuchReviewCondition(string Key, int Number, int Condition, int Count)
        : Refusal.Rule($"Nothing was saved. Review {Number} of {Key} has no condition {Condition}. It has {Count}, numbered from 1.");

    public sealed record ReviewConditionIsSo(string Key, int Number, int Condition, string State)
        : Refusal.Rule($"Nothing was saved. Condition {Condition} of review {Number} of {Key} is already {State}.");

    public sealed record TooManyReviews(string Key, int Most)
        : Refusal.Rule(
            $"Nothing was saved. {Key} has {Most} reviews in the register, which is the maximum. Add a new subject for further reviews.");
}
