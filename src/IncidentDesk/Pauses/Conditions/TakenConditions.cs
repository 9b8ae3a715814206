using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>Pauses that wait for conditions of reviews. The register and each pause keep to their own streams: what is said in one is said in the other by an entry of its own.</summary>
internal static class TakenConditions
{
    public static async Task<bool> IsMet(this DeskDb db, TakenFrom from, CancellationToken ct) =>
        await Review(db, from, ct) is { Counts: true } review && review.Conditions.Any(c => c.Number == from.Condition && c.Met);

    /// <summary>The decision, unless a review whose conditions the pause took over says otherwise now. Asked at the moment of deciding: a review expires without an entry.</summary>
    public static async Task<Outcome<Fact>> UnlessReviewsForbid(this DeskDb db, Pause pause, Outcome<Fact> decided, DateTimeOffset now, CancellationToken ct)
    {
        if (!decided.Done) return decided;
        foreach (var condition in pause.Conditions.Where(c => c.TakenFrom is not null && c.State is not ConditionState.Waived))
            if (Why(await Review(db, condition.TakenFrom!, ct), condition.TakenFrom!, now) is { } why)
                return new Pause.ReviewForbids(pause.Key, condition.TakenFrom!.Subject, condition.TakenFrom.Review, why);
        return decided;
    }

    /// <summary>Says to every pause that took the condition over that it is met, or open again. Whoever settles it need not see those pauses.</summary>
    public static Task<Outcome<int>> FollowSettling(this Recorder recorder, DeskDb db, string subject, int review, int number, bool met, string ground, CancellationToken ct) =>
        recorder.Follow(db, (subject, review), pause => pause.Conditions.Where(c => c.TakenFrom == new TakenFrom(subject, review, number)).Select(c => (Fact)new ConditionSettled(
            pause.Key, c.Number, c.Text, met ? ConditionState.Met : ConditionState.Open, met ? Pause.InRegister(ground) : null, pause.Approval is not null, met ? null : Pause.InRegister(ground))), ct);

    /// <summary>Ends approvals that rested on a review which was corrected or counts no more.</summary>
    public static Task<Outcome<int>> LapseApprovals(this Recorder recorder, DeskDb db, string subject, int review, CancellationToken ct) =>
        recorder.Follow(db, (subject, review), pause => pause.Approval is { } approval
            ? [new ApprovalLapsed(pause.Key, approval.Name, $"review {review} of {subject}, whose conditions it took over, was changed in the register.")] : [], ct);

    static async Task<Outcome<int>> Follow(this Recorder recorder, DeskDb db, (string Subject, int Review) from, Func<Pause, IEnumerable<Fact>> facts, CancellationToken ct)
    {
        foreach (var pause in await Holding(db, from.Subject, from.Review, ct))
            if (facts(pause).ToList() is { Count: > 0 } some && await recorder.Append(Streams.Pause(pause.Key, pause.Incident), ct, some) is { Done: false } refused) return refused;
        return 0;
    }

    static async Task<List<Pause>> Holding(DeskDb db, string subject, int review, CancellationToken ct)
    {
        using var all = db.SeeingAll();
        var taking = await db.Pauses.Where(p => p.TakesOver && p.State != PauseState.Resumed && p.State != PauseState.Withdrawn).OrderBy(p => p.Key).ToListAsync(ct);
        return [.. taking.Where(p => p.Conditions.Any(c => c.TakenFrom?.Subject == subject && c.TakenFrom.Review == review))];
    }

    static async Task<Review?> Review(DeskDb db, TakenFrom from, CancellationToken ct) =>
        (await db.ReviewSubjects.AsNoTracking().SingleOrDefaultAsync(s => s.Key == from.Subject, ct))?.Reviews.FirstOrDefault(r => r.Number == from.Review);

    static string? Why(Review? review, TakenFrom from, DateTimeOffset now) => review switch
    {
        null => "is not in the register of this desk",
        { SupersededBy: { } by } => $"was superseded by review {by}",
        { Withdrawn: not null } => "was withdrawn",
        _ when review.Standing(now) is RequiredState.Refused or RequiredState.Expired => $"is {review.Standing(now).Word()}",
        _ when !review.Conditions.Any(c => c.Number == from.Condition && c.Met) => $"has condition {from.Condition} unmet",
        _ => null,
    };
}
