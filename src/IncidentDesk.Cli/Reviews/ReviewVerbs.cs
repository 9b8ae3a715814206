using IncidentDesk.Cli.Kit;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Claiming;
using IncidentDesk.Reviews.Entering;
using IncidentDesk.Reviews.Recording;
using IncidentDesk.Reviews.Searching;

namespace IncidentDesk.Cli.Reviews;

/// <summary>The register of reviews and safeguards.</summary>
internal static class ReviewVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<EnterSubject>("review enter <key> [name]",
            "{key} is in the register of reviews (entry {position}). See what it requires: review show {key}"),
        new CommandVerb<DescribeSubject>("review describe <key>",
            "The description of {key} is updated (entry {position})."),
        new CommandVerb<RecordReview>("review record <key> <kind> [document]",
            "Review {review} of {key} is on record, SHA-256 {sha256} (entry {position}).",
            hint: "give --file or --sha256"),
        new CommandVerb<CorrectReview>("review correct <key> <review>",
            "Review {review} of {key} is corrected (entry {position})."),
        new CommandVerb<WithdrawReview>("review withdraw <key> <review>",
            "Review {review} of {key} is withdrawn (entry {position}); it stays in the register."),
        new CommandVerb<SettleReviewCondition>("review settle <key> <review> <condition> <met>",
            "Condition {condition} of review {review} of {key} is settled (entry {position}).", hint: "true or false"),
        new CommandVerb<RecordReviewSearch>("review searched <key> <kind> [searched]",
            "The {kind} of {key} is recorded as not found (entry {position}), search {search}."),
        new CommandVerb<WithdrawReviewSearch>("review withdraw-search <key> <search>",
            "Search {search} for {key} is withdrawn (entry {position})."),
        new CommandVerb<ClaimSafeguard>("safeguard claim <key> <kind> [claim]",
            "Recorded for {key} (entry {position}); nothing is verified yet."),
        new CommandVerb<ReviseSafeguard>("safeguard covers <key> <safeguard>",
            "Recorded for safeguard {safeguard} of {key} (entry {position})."),
        new CommandVerb<VerifySafeguard>("safeguard verify <key> <safeguard> <standing>",
            "Safeguard {safeguard} of {key}: {standing} (entry {position})."),
        new CommandVerb<WithdrawSafeguard>("safeguard withdraw <key> <safeguard>",
            "Safeguard {safeguard} of {key} is withdrawn (entry {position})."),
        new ReadVerb("review list",
            "List the subjects of reviews, with what each requires and what is missing",
            "/api/reviews?q&state&asKnownAt&after&limit", "key worst inShort"),
        new ReadVerb("review show <key>",
            "Show a subject with its reviews, searches and safeguards", "/api/reviews/{key}?asKnownAt"),
        new ReadVerb("review of <incident>",
            "List the subjects that an incident concerns, now or as known at an earlier time",
            $"{Inc}/reviews?asKnownAt", "key worst inShort"),
        new ReadVerb("review rules", "Show the kinds of review and what requires them", "/api/reviews/rules"),
        new DownloadVerb("review document <key> <sha256>",
            "Download a review document", "/api/reviews/{key}/documents/{sha256}"),
    ];
}
