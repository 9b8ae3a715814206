using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>A condition of a review is met, or open again.</summary>
/// <param name="Evidence">What shows that it is met.</param>
/// <param name="Reason">Why it is open again.</param>
[EventName("review-condition-settled.1"), Telling]
public sealed record ReviewConditionSettled(
    string Subject, int Review, int Condition, [property: Wording] string Text, bool Met, [property: Wording] string? Evidence,
    [property: Wording] string? Reason) : TimelineEvent, IAboutSubject
{
    public override string Sentence() =>
        $"Condition {Condition} of review {Review} of {Subject} ({Text}) is "
            + $"{(Met ? $"met. Proof: {Evidence}" : $"open again. Why: {Reason}")}";
}
