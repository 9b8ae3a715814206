using FluentValidation;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using MediatR;

namespace IncidentDesk.Reviews.Recording;

/// <summary>
/// What was recorded of a review was wrong; what is left out stays. Conditions are not rewritten: record
/// the review anew, as taking its place.
/// </summary>
[Allow(ReviewFile.MayJudge)]
[Api("/api/reviews/{key}/corrections", "Correct the record of a review")]
public sealed record CorrectReview : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public int Review { get; set; }
    public string? Document { get; set; }

    /// <summary>64 hexadecimal digits.</summary>
    public string? Sha256 { get; set; }
    public string? Signer { get; set; }
    public DateOnly? SignedOn { get; set; }
    public DateOnly? ExpiresOn { get; set; }
    public ReviewOutcome? Outcome { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class CorrectReviewValidator : AbstractValidator<CorrectReview>
{
    public CorrectReviewValidator(TimeProvider clock)
    {
        RuleFor(c => c.Review).GreaterThan(0).WithMessage("Give the number of the review, from 1.");
        RuleFor(c => c.Document).NamedIfAny();
        RuleFor(c => c.Sha256).Hash();
        RuleFor(c => c.Signer).NamedIfAny();
        RuleFor(c => c.SignedOn).NoDayToCome(clock);
        RuleFor(c => c.Outcome).IsInEnum();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class CorrectReviewHandler(DeskDb db, Recorder recorder) : IRequestHandler<CorrectReview, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(CorrectReview c, CancellationToken ct) => db.DecideSubject(recorder, c.Key, subject =>
        subject.Correct(new ReviewCorrected(
            c.Key, c.Review, c.Document.OrNull(), c.Sha256.OrNull()?.ToLowerInvariant(), c.Signer.OrNull(), c.SignedOn, c.ExpiresOn,
            c.Outcome, c.Reason.Trim())), ct);
}
