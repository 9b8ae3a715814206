using FluentValidation;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using IncidentDesk.Reviews.Recording;
using IncidentDesk.Reviews.Requiring;
using MediatR;

namespace IncidentDesk.Reviews.Searching;

/// <summary>Somebody looked for a review and found none: from now on it "cannot be shown", and everybody can read why.</summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews/{key}/searches", "Record a search that found no review", Makes = "/api/reviews")]
public sealed record RecordReviewSearch : ICommand<RecordedSearch>, ISubjectCommand
{
    public string Key { get; set; } = "";

    /// <summary>Id of a kind of review, such as <c>dpia</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What was searched: systems, folders, people who were asked.</summary>
    [Lines]
    public string Searched { get; set; } = "";

    /// <summary>Who looked; the sender when left out.</summary>
    public string? LookedBy { get; set; }

    /// <summary>When; now when left out.</summary>
    public DateTimeOffset? LookedAt { get; set; }

    /// <summary>
    /// The incident it was done for; with a private one only its participants learn of it.
    /// Null: for the register itself.
    /// </summary>
    public int? Incident { get; set; }
}

/// <param name="Search">By which the finding can be withdrawn.</param>
public sealed record RecordedSearch(string Search, int Position);

public sealed class RecordReviewSearchValidator : AbstractValidator<RecordReviewSearch>
{
    public RecordReviewSearchValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).NotEmpty().WithMessage("Choose the kind of review that was searched for.");
        RuleFor(c => c.Searched).NotEmpty().WithMessage("Say what was searched: systems, folders, people asked.")
            .MaximumLength(1_000).WithMessage("This has at most 1,000 characters; name the places, not the steps.");
        RuleFor(c => c.LookedBy).NamedIfAny();
        RuleFor(c => c.LookedAt).NotInTheFuture(clock);
    }
}

internal sealed class RecordReviewSearchHandler(DeskDb db, Recorder recorder, ReviewShelf shelf, TimeProvider clock)
    : IRequestHandler<RecordReviewSearch, Outcome<RecordedSearch>>
{
    public async Task<Outcome<RecordedSearch>> Handle(RecordReviewSearch c, CancellationToken ct)
    {
        var subject = await db.Subject(c.Key, ct);
        if (!subject.Done) return subject.Refusal;
        if (shelf.Find(c.Kind) is not { } kind) return UnknownReviewKind.Of(c.Kind, shelf);
        if (c.Incident is { } number && await RefusalOf(number, ct) is { } refused) return refused;
        if (subject.Value.Latest(kind.Id) is { } found && found.StateAt(clock.GetUtcNow()) is not RequiredState.Expired)
            return new ReviewIsThere(c.Key, kind.Name, found.Number);

        var (searched, by) = (c.Searched.Trim(), c.LookedBy.OrNull() ?? db.Caller.Name);
        TimelineEvent what = c.Incident is null ? new ReviewSearched(c.Key, kind.Id, kind.Name, searched, by)
            : new ReviewSearchedInIncident(c.Key, kind.Id, kind.Name, searched, by);
        var stream = c.Incident is { } n ? Streams.Incident(n) : Streams.Reviews(c.Key);
        var written = await recorder.Record(stream, ct, new Fact(what) { HappenedAt = c.LookedAt });
        if (!written.Done) return written.Refusal;
        return new RecordedSearch(ReviewSearchView.IdOf(c.Incident, written.Value.Last), written.Value.Head);
    }

    async Task<Refusal?> RefusalOf(int number, CancellationToken ct)
    {
        var incident = await db.Incident(number, ct);
        return incident.Done ? incident.Value.MustBeWorkable() : incident.Refusal;
    }
}

/// <summary>It is there; a search that found none would contradict the register.</summary>
public sealed record ReviewIsThere(string Key, string Kind, int Number)
    : Refusal.Rule($"Nothing was saved. The register contains the {Kind} of {Key} as review {Number}. "
        + "If that review is not valid, withdraw it first with a reason.");
