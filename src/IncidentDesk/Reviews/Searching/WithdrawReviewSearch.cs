using FluentValidation;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews.Searching;

/// <summary>Says that a finding "cannot be shown" counts no more, such as one about another program.</summary>
[Allow(ReviewFile.MayJudge)]
[Api("/api/reviews/{key}/searches/withdrawals", "Withdraw a recorded search")]
public sealed record WithdrawReviewSearch : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";

    /// <summary>As the page of the subject lists it.</summary>
    public string Search { get; set; } = "";
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class WithdrawReviewSearchValidator : AbstractValidator<WithdrawReviewSearch>
{
    public WithdrawReviewSearchValidator()
    {
        RuleFor(c => c.Search).NotEmpty().WithMessage("Name the search as listed on the page.").MaximumLength(100);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class WithdrawReviewSearchHandler(DeskDb db, Recorder recorder) : IRequestHandler<WithdrawReviewSearch, Outcome<Position>>
{
    public async Task<Outcome<Position>> Handle(WithdrawReviewSearch c, CancellationToken ct)
    {
        var subject = await db.Subject(c.Key, ct);
        if (!subject.Done) return subject.Refusal;
        var search = await db.ReviewSearches.SingleOrDefaultAsync(s => s.Subject == c.Key && s.Id == c.Search, ct);
        if (search is null) return new Refusal.NotFound($"search {c.Search} for {c.Key}");
        if (search.WithdrawnAt is not null) return new SearchIsWithdrawn(c.Key, c.Search);
        var (position, reason) =
            (int.Parse(c.Search.AsSpan(c.Search.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture), c.Reason.Trim());
        TimelineEvent what = search.Incident is null ? new SearchWithdrawn(c.Key, position, search.KindName, reason)
            : new SearchInIncidentWithdrawn(c.Key, position, search.KindName, reason);
        var appended = await recorder.Append(search.Incident is { } n ? Streams.Incident(n) : Streams.Reviews(c.Key), ct, what);
        return appended.Refusal is { } refusal ? refusal : new Position(appended.Value);
    }
}

public sealed record SearchIsWithdrawn(string Key, string Search)
    : Refusal.Rule($"Nothing was saved. Search {Search} for {Key} is already withdrawn.");
