using IncidentDesk.Assets.ChangeFeed;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// The lineage in memory, one for the process. It is read at first use and follows the catalogue from then on: each use asks for
/// the version, one look into an index, and takes what is new into a snapshot of its own while others go on reading theirs.
/// </summary>
public sealed class CatalogueLineage : IDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    volatile LineageGraph? _graph;

    /// <summary>Whether an answer comes without reading the catalogue first.</summary>
    public bool IsLoaded => _graph is not null;

    /// <summary>The lineage as committed when this was asked, or later.</summary>
    internal async Task<LineageGraph> Now(DeskDb db, CancellationToken ct)
    {
        var version = await CatalogueFeed.Version(db, ct);
        if (_graph is { } known && known.Version >= version) return known;
        await _turn.WaitAsync(ct);
        try
        {
            if (_graph is { } meanwhile && meanwhile.Version >= version) return meanwhile;
            await using var snapshot = await db.Dialect.Snapshot(db, ct);
            var next = _graph is { } was ? await LineageFollowing.Follow(db, was, ct) : null;
            return _graph = next ?? await LineageReading.Read(db, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
