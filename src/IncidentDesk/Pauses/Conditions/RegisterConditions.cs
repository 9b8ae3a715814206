using IncidentDesk.Record;
using IncidentDesk.Reviews;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>What the register of reviews says of conditions that a pause took over. For changes see <see cref="FollowsReviews"/>.</summary>
internal static class RegisterConditions
{
    public static async Task<bool> IsMet(this DeskDb db, TakenFrom from, CancellationToken ct) =>
        await Review(db, from, ct) is { Counts: true } review && review.Conditions.Any(c => c.Number == from.Condition && c.Met);

    /// <summary>
    /// The decision, unless a review whose conditions the pause took over says otherwise now. Asked at the moment of
    /// deciding: a review expires without an entry.
    /// </summary>
    public static async Task<Outcome<Fact>> UnlessReviewsForbid(
        this DeskDb db, Pause pause, Outcome<Fact> decided, DateTimeOffset now, CancellationToken ct)
    {
        if (!decided.Done) return decided;
        foreach (var condition in pause.Conditions.Where(c => c.TakenFrom is not null && c.State is not ConditionState.Waived))
            if (Why(await Review(db, condition.TakenFrom!, ct), condition.TakenFrom!, now) is { } why)
                return new Pause.ReviewForbids(pause.Key, condition.TakenFrom!.Subject, condition.TakenFrom.Review, why);
        return decided;
    }

    static async Task<Review?> Review(DeskDb db, TakenFrom from, CancellationToken ct) =>
        (await db.ReviewSubjects.AsNoTracking().SingleOrDefaultAsync(s => s.Key == from.Subject, ct))
            ?.Reviews.FirstOrDefault(r => r.Number == from.Review);

    static string? Why(Review? review, TakenFrom from, DateTimeOffset now) => review switch
    {
        null => "is not in the register of this desk",
        { SupersededBy: { } by } => $"was superseded by review {by}",
        { Withdrawn: not null } => "was withdrawn",
        _ when review.StateAt(now) is RequiredState.Refused or RequiredState.Expired => $"is {review.StateAt(now).Word()}",
        _ when !review.Conditions.Any(c => c.Number == from.Condition && c.Met) => $"has condition {from.Condition} unmet",
        _ => null,
    };
}
