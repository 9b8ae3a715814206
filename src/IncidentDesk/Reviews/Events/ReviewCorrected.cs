using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>What was recorded of a review was wrong; null means that this part stays.</summary>
[EventName("review-corrected.1"), Telling]
public sealed record ReviewCorrected(
    string Subject, int Review, [property: Wording] string? Document,
    string? Sha256, [property: Wording] string? Signer, DateOnly? SignedOn,
    DateOnly? ExpiresOn, ReviewOutcome? Outcome, [property: Wording] string Reason) : TimelineEvent, IAboutSubject
{
    public override string Sentence() => $"Review {Review} of {Subject} corrected: {string.Join(", ", Parts())}. Why: {Reason}";

    IEnumerable<string> Parts()
    {
        if (Document is not null) yield return $"the document is {Document}";
        if (Sha256 is not null) yield return $"SHA-256 {Sha256}";
        if (Signer is not null) yield return $"signed by {Signer}";
        if (SignedOn is { } signed) yield return $"signed on {signed.Say()}";
        if (ExpiresOn is { } last) yield return $"valid until {last.Say()}";
        if (Outcome is { } outcome) yield return outcome.Word();
    }
}
