using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>A review counts no more; it stays in the register with the reason.</summary>
[EventName("review-withdrawn.1"), Telling]
public sealed record ReviewWithdrawn(string Subject, int Review, string KindName, [property: Wording] string Reason)
    : TimelineEvent, IAboutSubject
{
    public override string Sentence() => $"Review {Review} of {Subject} ({KindName}) withdrawn. Why: {Reason}";
}
