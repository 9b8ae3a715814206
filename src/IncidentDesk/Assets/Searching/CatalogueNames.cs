using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// All names of the catalogue in memory, one for the process. They are read at first use and follow the catalogue from then on: each
/// use asks for its version and takes what is new into a snapshot of its own, while others go on reading theirs.
/// </summary>
public sealed class CatalogueNames : IDisposable
{
    readonly IReviewsOfAssets _reviews;
    readonly SemaphoreSlim _turn = new(1);
    volatile NameSnapshot _names = NameSnapshot.Empty;
    volatile Beside? _reviewed;

    internal CatalogueNames(IReviewsOfAssets reviews) => _reviews = reviews;

    /// <summary>The names as committed when this was asked, or later.</summary>
    internal async Task<NameSnapshot> Now(DeskDb db, CancellationToken ct)
    {
        var version = await CatalogueFeed.Version(db, ct);
        if (_names is var known && known.Version >= version) return known;
        await _turn.WaitAsync(ct);
        try
        {
            if (_names is var meanwhile && meanwhile.Version >= version) return meanwhile;
            await using var snapshot = await db.Dialect.Snapshot(db, ct);
            return _names = await NameReading.Follow(db, _names, ct) ?? await NameReading.Read(db, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// The names as the transaction of a command sees them. What it sees may still be rolled back, so nobody else gets to know of
    /// it; and a snapshot that is ahead of it cannot be, because there is one writer.
    /// </summary>
    internal async Task<NameSnapshot> Within(DeskDb db, CancellationToken ct)
    {
        var (known, version) = (_names, await CatalogueFeed.Version(db, ct));
        return known.Version == version ? known : await NameReading.Follow(db, known, ct) ?? await NameReading.Read(db, ct);
    }

    /// <summary>
    /// The same names with what the register of reviews says of them today; worked out anew when
    /// catalogue, register or date have moved on.
    /// </summary>
    internal async Task<NameSnapshot> Reviewed(DeskDb db, NameSnapshot names, CancellationToken ct)
    {
        if (await _reviews.Version(db, ct) is not { } register) return names;
        if (_reviewed is { } known && known.Names == names && known.Register == register) return known.Reviewed;
        var reviewed = names.With(await _reviews.Of(db, names, ct));
        _reviewed = new(names, register, reviewed);
        return reviewed;
    }

    /// <summary>Which of the assets that are known from incidents only this caller may know of.</summary>
    internal static async Task<HashSet<int>> Seen(DeskDb db, NameSnapshot names, CancellationToken ct) => names.OnlyNamed.Count == 0 ? []
        : [.. await db.AssetLinks.AsNoTracking().Where(l => db.Set<Asset>().Any(a => a.Id == l.AssetId && a.OnlyInIncidents))
            .Select(l => l.AssetId).Distinct().ToListAsync(ct)];

    public void Dispose() => _turn.Dispose();

    /// <summary>Names beside a register as it stood on a day.</summary>
    sealed record Beside(NameSnapshot Names, string Register, NameSnapshot Reviewed);
}
