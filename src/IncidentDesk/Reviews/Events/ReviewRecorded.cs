using System.Collections.Immutable;
using IncidentDesk.Record;

namespace IncidentDesk.Reviews.Events;

/// <summary>A review exists: somebody held the document and wrote down what it says.</summary>
/// <param name="Kept">Whether the document itself is kept under its hash.</param>
/// <param name="Supersedes">Number of the review whose place it takes.</param>
/// <param name="Reason">Why it takes that place.</param>
[EventName("review-recorded.1"), Telling]
public sealed record ReviewRecorded(
    string Subject, int Review, string Kind, string KindName, [property: Wording] string Document,
    string Sha256, bool Kept, [property: Wording] string Signer,
    DateOnly SignedOn, DateOnly? ExpiresOn, ReviewOutcome Outcome, [property: Wording] ImmutableArray<string> Conditions, int? Supersedes,
    [property: Wording] string? Reason) : TimelineEvent, IAboutSubject
{
    public override string Sentence() =>
        $"{KindName} of {Subject} recorded as review {Review}: {Document}, signed by {Signer} "
            + $"on {SignedOn.Say()}, {Outcome.Word()}{Counted}{Until}. SHA-256 {Sha256}{Replaces}";

    string Counted => Conditions.Length switch { 0 => "", 1 => " (1 condition)", var n => $" ({n} conditions)" };

    string Until => ExpiresOn is { } last ? $", valid until {last.Say()}" : "";

    string Replaces => Supersedes is { } older ? $". It replaces review {older}. Why: {Reason}" : "";
}
