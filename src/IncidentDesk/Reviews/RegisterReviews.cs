using IncidentDesk.Assets;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews;

/// <summary>What the register of reviews comes to for each asset that something in it names.</summary>
internal sealed class RegisterReviews(TimeProvider clock) : IReviewsOfAssets
{
    /// <summary>
    /// The least favourable first: one program that was refused is not made good by another. Nothing
    /// on record yields to all that is.
    /// </summary>
    static readonly PrivacyReview[] Ranks =
        [PrivacyReview.Rejected, PrivacyReview.Expired, PrivacyReview.UnmetConditions, PrivacyReview.Approved, PrivacyReview.None];

    /// <summary>By the day: a review expires without an entry.</summary>
    public async Task<string?> Version(DeskDb db, CancellationToken ct)
    {
        var subjects = await db.ReviewSubjects.AsNoTracking().OrderBy(s => s.Key).Select(s => new { s.Key, s.Position }).ToListAsync(ct);
        return subjects.Count == 0 ? null
            : $"{clock.GetUtcNow():yyyyMMdd};{string.Join(';', subjects.Select(s => $"{s.Key}:{s.Position}"))}";
    }

    public async Task<byte[]> Of(DeskDb db, NameSnapshot names, CancellationToken ct)
    {
        var subjects = await db.ReviewSubjects.AsNoTracking().OrderBy(s => s.Key).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var states = new byte[names.MostIds];
        foreach (var (state, some) in subjects.GroupBy(s => StateOf(s, now))
            .OrderByDescending(g => Array.IndexOf(Ranks, g.Key)).Select(g => (g.Key, g)))
        {
            var (globs, keys) = (some.SelectMany(s => s.Assets).Where(NamePattern.IsOne),
                some.SelectMany(s => s.Assets).Where(a => !NamePattern.IsOne(a)));
            foreach (var glob in globs)
                foreach (var place in names.All(new() { Q = glob }, spelled: true, seen: null)) states[place.Id] = (byte)(1 + (int)state);
            foreach (var chunk in keys.Distinct().Chunk(5_000))
                foreach (var id in await db.Assets.IgnoreQueryFilters()
                    .Where(a => chunk.Contains(a.Key)).Select(a => a.MergedInto ?? a.Id).ToListAsync(ct))
                    if (id < states.Length) states[id] = (byte)(1 + (int)state);
        }
        return states;
    }

    static PrivacyReview StateOf(ReviewSubject subject, DateTimeOffset now)
    {
        var counting = subject.Reviews.Select(r => r.Kind).Distinct().Select(subject.Latest).OfType<Review>().ToList();
        return counting.Count == 0 ? PrivacyReview.None : counting.Min(r => r.StateAt(now)) switch
        {
            RequiredState.Refused => PrivacyReview.Rejected,
            RequiredState.Expired => PrivacyReview.Expired,
            RequiredState.UnmetConditions => PrivacyReview.UnmetConditions,
            _ => PrivacyReview.Approved,
        };
    }
}
