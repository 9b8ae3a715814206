using FluentValidation;
using IncidentDesk.Pauses.Conditions;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using IncidentDesk.Reviews.Requiring;
using MediatR;

namespace IncidentDesk.Reviews.Recording;

/// <summary>Puts a review on record that somebody holds in hand: what it is to the byte, who signed it, what it came to.</summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews/{key}/records", "Record a review, by its document or its SHA-256", Makes = "/api/reviews/{key}")]
public sealed record RecordReview : ICommand<RecordedReview>, ISubjectCommand
{
    public string Key { get; set; } = "";

    /// <summary>Id of a kind of review, such as <c>dpia</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The title or file name of the document.</summary>
    public string Document { get; set; } = "";

    /// <summary>64 hexadecimal digits; left out when the document itself is sent.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The document itself, base64 in JSON, 20 MB at most; its SHA-256 is reckoned here.</summary>
    public byte[]? File { get; set; }

    /// <summary>Whether the desk keeps the document; else only its hash stays.</summary>
    public bool Keep { get; set; }
    public string Signer { get; set; } = "";

    /// <summary>The date on the document.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>The last day on which it holds; left out when it has no end.</summary>
    public DateOnly? ExpiresOn { get; set; }
    public ReviewOutcome Outcome { get; set; }
    public List<string> Conditions { get; set; } = [];

    /// <summary>Number of the review whose place it takes.</summary>
    public int? Supersedes { get; set; }

    /// <summary>Why it takes that place.</summary>
    [Lines]
    public string? Reason { get; set; }
}

/// <param name="Review">Its number within the subject.</param>
public sealed record RecordedReview(string Key, int Review, string Sha256, int Position);

public sealed class RecordReviewValidator : AbstractValidator<RecordReview>
{
    internal const int LargestFile = 20 * 1024 * 1024;

    public RecordReviewValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).NotEmpty().WithMessage("Choose the kind of review.");
        RuleFor(c => c.Document).Named("Give the title or the file name of the document.");
        RuleFor(c => c.Sha256).Hash();
        RuleFor(c => c.Sha256).Must((c, hash) => c.File is not null || !string.IsNullOrWhiteSpace(hash))
            .WithMessage("Send the document, or give its SHA-256. If nobody has the document, record a search instead.");
        RuleFor(c => c.File).Must(f => f is null || f.Length is > 0 and <= LargestFile)
            .WithMessage("The document is empty or larger than 20 MB. Give its SHA-256 instead.");
        RuleFor(c => c.Keep).Must((c, keep) => !keep || c.File is not null).WithMessage("Send the document if it is to be kept.");
        RuleFor(c => c.Signer).Named("Say who signed it, or that it is not signed.");
        RuleFor(c => c.SignedOn).NotNull().WithMessage("Give the date on the document.").NoDayToCome(clock);
        RuleFor(c => c.ExpiresOn).Must((c, last) => last is null || c.SignedOn is null || last >= c.SignedOn)
            .WithMessage("The review would expire before it was signed. Check both dates.");
        RuleFor(c => c.Outcome).IsInEnum();
        RuleFor(c => c.Conditions).NotNull().Must(c => c is null || c.Count <= 50).WithMessage("A review has at most 50 conditions.");
        RuleFor(c => c.Conditions)
            .Must((c, given) => given is null || (c.Outcome is ReviewOutcome.ApprovedWithConditions) == (given.Count > 0))
            .WithMessage("Give conditions only for a review approved with conditions, one per line.");
        RuleForEach(c => c.Conditions).Named("A condition is one line of text.");
        RuleFor(c => c.Reason).ReasonIfAny().Must((c, why) => c.Supersedes is null || !string.IsNullOrWhiteSpace(why))
            .WithMessage("Say why it replaces the other review.");
    }
}

internal sealed class RecordReviewHandler(DeskDb db, Recorder recorder, ReviewShelf shelf)
    : IRequestHandler<RecordReview, Outcome<RecordedReview>>
{
    public async Task<Outcome<RecordedReview>> Handle(RecordReview c, CancellationToken ct)
    {
        var subject = await db.Subject(c.Key, ct);
        if (!subject.Done) return subject.Refusal;
        if (shelf.Find(c.Kind) is not { } kind) return UnknownReviewKind.Of(c.Kind, shelf);
        var hash = c.File is { } file ? Attachment.Of(file).Hash : c.Sha256!.Trim().ToLowerInvariant();
        if (c.Sha256.OrNull() is { } typed && !typed.Equals(hash, StringComparison.OrdinalIgnoreCase)) return new OtherDocument(hash);
        var decided = subject.Value.Record(new ReviewRecorded(
            c.Key, 0, kind.Id, kind.Name, c.Document.Trim(), hash, c.Keep, c.Signer.Trim(), c.SignedOn!.Value, c.ExpiresOn, c.Outcome,
            [.. c.Conditions.Select(x => x.Trim())], c.Supersedes, c.Supersedes is null ? null : c.Reason.OrNull()));
        if (!decided.Done) return decided.Refusal;
        if (c.Keep) await db.Attach(c.File!, ct);
        var appended = await recorder.Append(Streams.Reviews(c.Key), ct, decided.Value);
        return appended.Done ? new RecordedReview(c.Key, ((ReviewRecorded)decided.Value.Event).Review, hash, appended.Value)
            : appended.Refusal;
    }
}

/// <summary>No rule file of this desk knows that kind.</summary>
public sealed record UnknownReviewKind(string Kind, string Known)
    : Refusal.Rule($"Nothing was saved. There is no kind of review \"{Kind}\". The kinds are: {Known}. Add others in playbooks/reviews.")
{
    internal static UnknownReviewKind Of(string kind, ReviewShelf shelf) =>
        new(kind.Length > 60 ? kind[..60] : kind, string.Join(", ", shelf.Kinds.Select(k => k.Id)));
}

/// <summary>The document that was sent is not the one whose hash was typed.</summary>
public sealed record OtherDocument(string Sha256)
    : Refusal.Rule($"Nothing was saved. The document has the SHA-256 {Sha256}, "
        + "which differs from the one entered. Check which of the two is the review.");
