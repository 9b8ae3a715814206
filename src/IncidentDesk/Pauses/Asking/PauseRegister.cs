using System.Data.Common;
using IncidentDesk.Incidents;
using IncidentDesk.Storage;
using IncidentDesk.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Asking;

/// <summary>
/// What machines are answered from: every pause, in memory. Who asks after a command was answered hears of what it changed; a
/// change on another node arrives with its signal. While the database is away the last that was known is served, marked.
/// </summary>
public sealed class PauseRegister(Desk desk, Watchers watchers, TimeProvider clock) : IDisposable
{
    const int FewStreams = 100;
    static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim _turn = new(1);
    volatile Standing? _standing;
    long _triedInVain;

    /// <exception cref="DbException">The database has not answered once since the desk started, so that nothing is known.</exception>
    public ValueTask<PauseSnapshot> Now(CancellationToken ct = default) =>
        _standing is { } here && !here.Seen.Next.IsCompleted ? new(here.Snapshot) : new(Follow(ct));

    async Task<PauseSnapshot> Follow(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_standing is not { } here) return await Begin();
            var (seen, streams) = Since(here.Seen);
            if (streams.Count == 0) { _standing = here with { Seen = seen }; return here.Snapshot; }
            if (_triedInVain != 0 && clock.GetElapsedTime(_triedInVain) < BeforeNextTry) return here.Snapshot with { IsStale = true };
            try
            {
                var snapshot = streams.Count <= FewStreams ? here.Snapshot.With(await Of(streams)) : await All();
                (_standing, _triedInVain) = (new(seen, snapshot), 0);
                return snapshot;
            }
            catch (Exception broken) when (broken is DbException or TimeoutException)
            {
                _triedInVain = clock.GetTimestamp();
                return here.Snapshot with { IsStale = true };
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The signal is taken first: what is committed while the rows are read is read once more.</summary>
    async Task<PauseSnapshot> Begin()
    {
        var seen = watchers.Now(Watchers.Everything);
        var all = await All();
        _standing = new(seen, all);
        return all;
    }

    static (Signal Seen, HashSet<string> Streams) Since(Signal seen)
    {
        var streams = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Next.IsCompletedSuccessfully)
        {
            seen = seen.Next.Result;
            if (Streams.IncidentOf(seen.Stream) is not null || Streams.PauseOf(seen.Stream) is not null) streams.Add(seen.Stream);
        }
        return (seen, streams);
    }

    async Task<PauseSnapshot> All() =>
        PauseSnapshot.Empty.With(await Read(pauses => pauses));

    Task<List<PauseStanding>> Of(IReadOnlyCollection<string> streams)
    {
        var incidents = streams.Select(Streams.IncidentOf).OfType<int>().ToList();
        var keys = streams.Select(Streams.PauseOf).OfType<string>().ToList();
        return Read(pauses => pauses.Where(p => keys.Contains(p.Key) || (p.Incident != null && incidents.Contains(p.Incident.Value))));
    }

    Task<List<PauseStanding>> Read(Func<IQueryable<Pause>, IQueryable<Pause>> which) => desk.Read(Actor.Nobody, async (db, _) =>
    {
        using var all = db.SeeingAll();
        return await (
            from p in which(db.Pauses.AsNoTracking())
            join i in db.Incidents on p.Incident equals i.Number into found
            from i in found.DefaultIfEmpty()
            let hidden = i != null && i.Visibility == Visibility.Private
            select new PauseStanding(p.Key, p.State, p.Mode, p.OrderedAt, p.ReviewBy, hidden,
                hidden ? null : p.Incident, hidden || i == null ? null : i.Severity, hidden ? null : p.Target, p.Position)).ToListAsync();
    });

    public void Dispose() => _turn.Dispose();

    sealed record Standing(Signal Seen, PauseSnapshot Snapshot);
}
