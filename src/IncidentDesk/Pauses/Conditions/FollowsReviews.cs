using IncidentDesk.Pauses.Events;
using IncidentDesk.Reviews.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Conditions;

/// <summary>
/// Pauses that took conditions over from a review hear what becomes of it. The register and each pause keep to their own streams:
/// what is said in one is said in the other by an entry of its own. Whoever says it need not see those pauses.
/// </summary>
internal sealed class FollowsReviews
    : IFollows<ReviewConditionSettled>, IFollows<ReviewCorrected>, IFollows<ReviewWithdrawn>, IFollows<ReviewRecorded>
{
    public Task<IReadOnlyList<Consequence>> Follow(ReviewConditionSettled what, Entry entry, DeskDb db, CancellationToken ct)
    {
        var from = new TakenFrom(what.Subject, what.Review, what.Condition);
        return Each(db, what.Subject, what.Review, ct, pause =>
            [.. pause.Conditions.Where(c => c.TakenFrom == from).Select(c => Settled(pause, c, what))]);
    }

    public Task<IReadOnlyList<Consequence>> Follow(ReviewCorrected what, Entry entry, DeskDb db, CancellationToken ct) =>
        Lapse(db, what.Subject, what.Review, ct);

    public Task<IReadOnlyList<Consequence>> Follow(ReviewWithdrawn what, Entry entry, DeskDb db, CancellationToken ct) =>
        Lapse(db, what.Subject, what.Review, ct);

    public async Task<IReadOnlyList<Consequence>> Follow(ReviewRecorded what, Entry entry, DeskDb db, CancellationToken ct) =>
        what.Supersedes is { } older ? await Lapse(db, what.Subject, older, ct) : [];

    /// <summary>Met there is met here; open again there is open again here.</summary>
    static Fact Settled(Pause pause, PauseCondition condition, ReviewConditionSettled what)
    {
        var ground = Pause.InRegister(what.Met ? what.Evidence : what.Reason);
        return new ConditionSettled(
            pause.Key, condition.Number, condition.Text, what.Met ? ConditionState.Met : ConditionState.Open,
            what.Met ? ground : null, pause.Approval is not null, what.Met ? null : ground);
    }

    /// <summary>An approval that rested on a review which was corrected, or counts no more, is gone.</summary>
    static Task<IReadOnlyList<Consequence>> Lapse(DeskDb db, string subject, int review, CancellationToken ct) =>
        Each(db, subject, review, ct, pause =>
            pause.Approval is { } approval ? [new ApprovalLapsed(pause.Key, approval.Name, Why(subject, review))] : []);

    static string Why(string subject, int review) =>
        $"review {review} of {subject}, whose conditions it took over, was changed in the register.";

    static async Task<IReadOnlyList<Consequence>> Each(
        DeskDb db, string subject, int review, CancellationToken ct, Func<Pause, Fact[]> facts)
    {
        var taking = await db.Pauses.Where(p => p.TakesOver && p.State != PauseState.Resumed && p.State != PauseState.Withdrawn)
            .OrderBy(p => p.Key).ToListAsync(ct);
        return [.. taking.Where(p => p.Conditions.Any(c => c.TakenFrom?.Subject == subject && c.TakenFrom.Review == review))
            .Select(p => new Consequence(Streams.Pause(p.Key, p.Incident), facts(p))).Where(c => c.Facts.Count > 0)];
    }
}
