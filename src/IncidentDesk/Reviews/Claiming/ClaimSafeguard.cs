using System.Collections.Immutable;
using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Reviews.Claiming;

/// <summary>Writes down what is said to protect people, where that is said, and whom it covers. Nothing is verified by it.</summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews/{key}/safeguards", "Record a claimed safeguard, and whom it covers")]
public sealed record ClaimSafeguard : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public SafeguardKind Kind { get; set; }

    /// <summary>What is claimed, in the words of the claim.</summary>
    [Lines]
    public string Claim { get; set; } = "";

    /// <summary>Where: a notice, a review, a press text.</summary>
    public string ClaimedIn { get; set; } = "";

    /// <summary>Groups of people that have it.</summary>
    public List<string> Covered { get; set; } = [];

    /// <summary>Groups that have it not.</summary>
    public List<string> NotCovered { get; set; } = [];

    /// <summary>Groups of which nobody knows.</summary>
    public List<string> NotKnown { get; set; } = [];
}

public sealed class ClaimSafeguardValidator : AbstractValidator<ClaimSafeguard>
{
    public ClaimSafeguardValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Claim).NotEmpty().WithMessage("Write the claim, word for word.")
            .MaximumLength(1_000).WithMessage("A claim has at most 1,000 characters.");
        RuleFor(c => c.ClaimedIn).Named("Say where it is claimed: a notice, a review, a press statement.");
        RuleFor(c => c.Covered).Groups();
        RuleFor(c => c.NotCovered).Groups();
        RuleFor(c => c.NotKnown).Groups();
    }
}

internal sealed class ClaimSafeguardHandler(DeskDb db, Recorder recorder) : IRequestHandler<ClaimSafeguard, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(ClaimSafeguard c, CancellationToken ct) => db.DecideSubject(recorder, c.Key, subject =>
        subject.Claim(c.Kind, c.Claim.Trim(), c.ClaimedIn.Trim(), CoveredGroups.Of(c.Covered, c.NotCovered, c.NotKnown)), ct);
}

internal static class CoveredGroups
{
    public static ImmutableArray<CoveredGroup> Of(IEnumerable<string> yes, IEnumerable<string> no, IEnumerable<string> unknown) =>
        [.. Named(yes, Covered.Yes), .. Named(no, Covered.No), .. Named(unknown, Covered.Unknown)];

    static IEnumerable<CoveredGroup> Named(IEnumerable<string> names, Covered covered) =>
        names.Select(n => new CoveredGroup(n.Trim(), covered));
}
