using IncidentDesk.Pauses.Events;
using IncidentDesk.Record;
using IncidentDesk.Reviews;

namespace IncidentDesk.Pauses;

/// <summary>Conditions of a review as conditions of a pause.</summary>
public sealed partial record Pause
{
    /// <summary>Whether one of its targets is the subject, or an asset of it.</summary>
    internal bool Reaches(ReviewSubject subject) => Targets.Any(t => t.Kind is PauseTargetKind.Asset
        ? subject.Assets.Any(a => t.Meets(new(PauseTargetKind.Asset, a))) : t.Meets(new(t.Kind, subject.Key)));

    /// <summary>Those not taken over yet; what is met in the register already is met here, too.</summary>
    internal Outcome<IReadOnlyList<Fact>> TakeOver(ReviewSubject subject, Review review, IReadOnlyCollection<int> numbers, string reason)
    {
        if (IsOver) return new Over(Key, State.Word());
        if (!Reaches(subject)) return new NotAboutThat(Key, subject.Key);
        if (numbers.FirstOrDefault(n => n < 1 || n > review.Conditions.Length) is not 0 and var unknown)
            return new ReviewSubject.NoSuchReviewCondition(subject.Key, review.Number, unknown, review.Conditions.Length);
        var taken = Conditions.Select(c => c.TakenFrom).OfType<TakenFrom>().ToHashSet();
        var wanted = review.Conditions
            .Where(c => (numbers.Count == 0 || numbers.Contains(c.Number)) && !taken.Contains(new(subject.Key, review.Number, c.Number)))
            .ToList();
        if (wanted.Count == 0) return new NothingToTakeOver(Key, subject.Key, review.Number);
        return Conditions.Length + wanted.Count > MostConditions ? new TooManyConditions(Key, MostConditions)
            : Taken(subject, review, wanted, reason);
    }

    Fact[] Taken(ReviewSubject subject, Review review, List<ReviewCondition> wanted, string reason) =>
    [
        .. wanted.Select((c, i) => (Fact)new ConditionTaken(Key, Conditions.Length + 1 + i,
            subject.Key, review.Number, c.Number, c.Text, Approval is not null && i == 0, reason)),
        .. wanted.Select((c, i) => (c, Number: Conditions.Length + 1 + i)).Where(t => t.c.Met)
            .Select(t => (Fact)new ConditionSettled(Key, t.Number, t.c.Text, ConditionState.Met, InRegister(t.c.Ground), false, null)),
    ];

    internal static string InRegister(string? ground) => $"In the register of reviews: {ground}";

    /// <summary>It is met in the register, by those who answer for the review.</summary>
    public sealed record MetInTheRegister(string Key, int Number, string Subject, int Review, int Condition)
        : Refusal.Rule($"Nothing was saved. Condition {Number} of the pause {Key} was taken over "
            + $"from condition {Condition} of review {Review} of {Subject}, which is unmet. "
            + "Settle it in the register of reviews; it is then met here too. Or waive it with a reason.");

    /// <summary>The pause says nothing of it.</summary>
    public sealed record NotAboutThat(string Key, string Subject)
        : Refusal.Rule(
            $"Nothing was saved. The pause {Key} does not cover {Subject} or its assets. Widen the pause to program:{Subject} first.");

    public sealed record NothingToTakeOver(string Key, string Subject, int Review)
        : Refusal.Rule($"Nothing was saved. Review {Review} of {Subject} has no conditions that the pause {Key} has not taken over.");

    /// <summary>What it waits for is not given in the register, whatever the pause itself says.</summary>
    public sealed record ReviewForbids(string Key, string Subject, int Review, string State)
        : Refusal.Rule($"Nothing was saved; the pause {Key} stays in force. "
            + $"It took over conditions of review {Review} of {Subject}, which {State}. "
            + "Correct the review in the register, or waive the conditions taken over from it, each with a reason.");
}
