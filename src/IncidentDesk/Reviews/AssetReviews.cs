using IncidentDesk.Assets;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Requiring;

namespace IncidentDesk.Reviews;

/// <summary>What the register knows of one asset: the programs it belongs to, and what the rules require of the asset itself.</summary>
/// <param name="Subjects">What it belongs to, with their reviews.</param>
/// <param name="Required">Required by its own kind, labels and data about people; a review of what it belongs to counts.</param>
public sealed record AssetReviews(IReadOnlyList<SubjectSheet> Subjects, IReadOnlyList<RequiredReview> Required)
{
    internal static async Task<AssetReviews> Of(
        DeskDb db, ReviewShelf shelf, Asset asset, IReadOnlyCollection<string> keys, Moment moment, CancellationToken ct)
    {
        var subjects = (await ReviewQueries.Register(db, shelf, moment, ct)).Where(s => keys.Any(s.Subject.Covers)).ToList();
        var searches = subjects.SelectMany(s => s.Searches).ToList();
        return new(subjects, [.. shelf.For(asset.Kind, [.. asset.Labels], asset.PeopleData).Required
            .Select(d => RequiredReview.Of(d, Counting(subjects, d.Kind.Id, moment.At), searches, moment.At))]);
    }

    /// <summary>The least favourable, where it belongs to several: one program that was refused is not made good by another.</summary>
    static Review? Counting(IEnumerable<SubjectSheet> subjects, string kind, DateTimeOffset now) =>
        subjects.Select(s => s.Subject.Latest(kind)).OfType<Review>().MinBy(r => r.StateAt(now));
}
