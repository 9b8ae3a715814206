using IncidentDesk.Overview;
using IncidentDesk.Record;
using IncidentDesk.Reviews;
using IncidentDesk.Reviews.Requiring;
using IncidentDesk.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Web.Reviews;

/// <summary>The register of reviews over HTTP.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this WebApplication app)
    {
        var register = app.MapGroup("/api/reviews").WithTags("Reviews");
        register.MapGet("", List).WithName("ListReviews").WithQuery("q", "state", "asKnownAt", "after", "limit")
            .WithSummary("List the subjects of reviews by key, with what each requires and what is missing").Produces<Page<SubjectSheet>>();
        register.MapGet("rules", Rules).WithName("ReadReviewRules")
            .WithSummary("Show the kinds of review, what requires them, and rule files that cannot be read").Produces<ReviewRulesRead>();
        register.MapGet("{key}", One).WithName("ReadReviews").WithQuery("asKnownAt")
            .WithSummary("Show a subject: which reviews it requires, which exist, which cannot be produced, which safeguards are claimed")
            .Produces<SubjectSheet>();
        register.MapGet("{key}/documents/{sha256}", Document).WithName("ReadReviewDocument")
            .WithSummary("Download a review document").Produces(200, contentType: "application/octet-stream");

        app.MapGet("/api/incidents/{incident:int}/reviews", (int incident, HttpContext http, ReviewShelf shelf) =>
                http.Part(incident, (db, moment) => ReviewConcerns.OfIncident(db, shelf, incident, moment, http.RequestAborted)))
            .WithTags("Reviews").WithQuery("asKnownAt")
            .WithSummary("List the subjects that an incident concerns, through its pauses and its assets").Produces<Page<SubjectSheet>>();

    }

    static async Task<IResult> List(HttpContext http, ReviewShelf shelf, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var (q, states, moment, after, limit) = (asked.Text("q"), asked.Words<RequiredState>("state"),
            asked.Moment(clock), asked.Text("after"), asked.Limit(100, Page.Most));
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        var register = await http.Read(db => ReviewQueries.Register(db, shelf, moment, http.RequestAborted));
        var found = RegisterFilter.Of(register, q, states)
            .Where(s => after is null || string.CompareOrdinal(s.Subject.Key, after) > 0).Take(limit + 1).ToList();
        return Answers.Ok(found.Count <= limit ? new Page<SubjectSheet>(found, null)
            : new Page<SubjectSheet>([.. found.Take(limit)], found[limit - 1].Subject.Key));
    }

    static async Task<IResult> One(HttpContext http, string key, ReviewShelf shelf, TimeProvider clock)
    {
        var asked = new QueryReader(http.Request.Query);
        var moment = asked.Moment(clock);
        if (asked.Refusal is { } wrong) return wrong.ToResult();
        return await http.Read(db => ReviewQueries.Find(db, shelf, key, moment, http.RequestAborted)) is { } sheet
            ? Answers.Ok(sheet) : new Refusal.NotFound($"subject {key} in the register of reviews").ToResult();
    }

    static IResult Rules(ReviewShelf shelf) =>
        Answers.Ok(new ReviewRulesRead(shelf.Kinds, shelf.Rules, [.. shelf.Broken.Select(b => b.Message)]));

    /// <summary>As bytes to save, never to show: what somebody uploaded is not run in a browser that is signed in here.</summary>
    static async Task<IResult> Document(HttpContext http, string key, string sha256)
    {
        var found = await http.Read(
            async db => await db.ReviewSubjects.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key) is { } subject
                && subject.Reviews.FirstOrDefault(r => r.Kept && r.Sha256 == sha256) is { } review
                ? (review.Document, (await db.Attachments.AsNoTracking().SingleAsync(a => a.Hash == sha256)).Bytes) : default);
        return found.Bytes is null ? new Refusal.NotFound($"kept document {sha256} of {key}").ToResult()
            : TypedResults.File(found.Bytes, "application/octet-stream", found.Document);
    }
}

/// <summary>What the desk read from its files of rules.</summary>
/// <param name="Broken">Files that stand aside, each with the line and why.</param>
internal sealed record ReviewRulesRead(IReadOnlyList<ReviewKind> Kinds, IReadOnlyList<ReviewRule> Rules, IReadOnlyList<string> Broken);

/// <summary>Narrowing the register down, the same for page and API.</summary>
internal static class RegisterFilter
{
    public static IEnumerable<SubjectSheet> Of(
        IEnumerable<SubjectSheet> register, string? q, IReadOnlyCollection<RequiredState> states) => register
            .Where(s => q is null || s.Subject.Key.Contains(q, StringComparison.OrdinalIgnoreCase)
                || s.Subject.Name.Contains(q, StringComparison.OrdinalIgnoreCase) || s.Subject.Covers(q))
            .Where(s => states.Count == 0 || s.Required.Any(r => states.Contains(r.State)));
}
