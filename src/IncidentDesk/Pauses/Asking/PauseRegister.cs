using System.Data.Common;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Asking;

/// <summary>
/// What machines are answered from: every pause, in memory. Who asks after a command was answered hears of what it changed; a
/// change on another node arrives with its signal. While the database, or what other nodes say, does not arrive, the last that was known
/// is served, marked.
/// </summary>
public sealed class PauseRegister(Desk desk, Watchers watchers, TimeProvider clock)
{
    const int FewStreams = 100;
    static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);

    /// <summary>Clients give up soon, and then do what they do by default; the last that was known is better than that.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    readonly Lock _lock = new();
    volatile Loaded? _loaded;
    Task<bool>? _news;
    long _triedInVain;

    /// <exception cref="DbException">The database has not answered once since the desk started, so that nothing is known.</exception>
    /// <exception cref="TimeoutException">The same: it has not answered in time.</exception>
    public ValueTask<PauseSnapshot> Now(CancellationToken ct = default) =>
        _loaded is { IsBehind: false } here && !watchers.IsDeaf ? new(here.Snapshot) : new(Follow(ct));

    async Task<PauseSnapshot> Follow(CancellationToken ct)
    {
        var followed = false;
        try
        {
            followed = await News().WaitAsync(Patience, clock, ct);
            // What was under way already may have begun before the change that the caller knows of was committed.
            if (followed && _loaded!.IsBehind) followed = await News().WaitAsync(Patience, clock, ct);
        }
        catch (TimeoutException) when (_loaded is not null)
        {
            // It goes on, and those who ask next have it.
        }
        return followed && !watchers.IsDeaf ? _loaded!.Snapshot : _loaded!.Snapshot with { IsStale = true };
    }

    /// <summary>Reads what changed, once for all who wait for it; false when the database does not answer.</summary>
    Task<bool> News()
    {
        lock (_lock) return _news is { IsCompleted: false } ? _news : _news = Task.Run(Read);
    }

    async Task<bool> Read()
    {
        if (_loaded is not { } here) return await Begin();
        var (seen, streams) = Since(here.Seen);
        if (streams.Count == 0) { _loaded = here with { Seen = seen }; return true; }
        if (_triedInVain != 0 && clock.GetElapsedTime(_triedInVain) < BeforeNextTry) return false;
        try
        {
            _loaded = new(seen, streams.Count <= FewStreams ? here.Snapshot.With(await Of(streams)) : await All());
            _triedInVain = 0;
            return true;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // A driver wraps what it may be worth trying again in an exception of its own.
            _triedInVain = clock.GetTimestamp();
            return false;
        }
    }

    /// <summary>The signal is taken first: what is committed while the rows are read is read once more.</summary>
    async Task<bool> Begin()
    {
        var seen = watchers.Now(Watchers.Everything);
        _loaded = new(seen, await All());
        return true;
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
        PauseSnapshot.Empty.With(await Load(pauses => pauses));

    Task<List<AskedPause>> Of(IReadOnlyCollection<string> streams)
    {
        var incidents = streams.Select(Streams.IncidentOf).OfType<int>().ToList();
        var keys = streams.Select(Streams.PauseOf).OfType<string>().ToList();
        return Load(pauses => pauses.Where(p => keys.Contains(p.Key) || (p.Incident != null && incidents.Contains(p.Incident.Value))));
    }

    Task<List<AskedPause>> Load(Func<IQueryable<Pause>, IQueryable<Pause>> which) => desk.Read(Actor.Nobody, async (db, _) =>
    {
        using var all = db.SeeingAll();
        return await (
            from p in which(db.Pauses.AsNoTracking())
            join i in db.Incidents on p.Incident equals i.Number into found
            from i in found.DefaultIfEmpty()
            let hidden = i != null && i.Visibility == Visibility.Private
            select new AskedPause(p.Key, p.State, p.Mode, p.OrderedAt, p.ReviewBy, hidden,
                hidden ? null : p.Incident, hidden || i == null ? null : i.Severity,
                hidden ? null : p.Target, p.Targets, p.ResumedParts, p.Position)).ToListAsync();
    });

    sealed record Loaded(Signal Seen, PauseSnapshot Snapshot)
    {
        public bool IsBehind => Seen.Next.IsCompleted;
    }
}
