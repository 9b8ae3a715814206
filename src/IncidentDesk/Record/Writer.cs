using System.Collections.Concurrent;
using System.Data.Common;

namespace IncidentDesk.Record;

/// <summary>
/// A desk has one writer, so commands take turns. Whoever finds nobody writing commits at once, without a change of thread;
/// those who come meanwhile run one after the other, each but the first behind its own savepoint, and share one commit and its one flush.
/// </summary>
internal sealed class Writer(Func<Task<DbTransaction>> begin, Func<IReadOnlyList<Pending>, Task> committed) : IAsyncDisposable
{
    const int MostInOneCommit = 64;

    readonly ConcurrentQueue<Pending> _queue = new();
    readonly SemaphoreSlim _turn = new(1);
    volatile bool _closed;

    public async Task<T> Write<T>(Pending<T> pending)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _queue.Enqueue(pending);
        if (_turn.Wait(0)) await Lead();
        return await pending.Answer;
    }

    /// <summary>One batch for oneself; what has gathered behind it is not this caller's to wait for.</summary>
    async Task Lead()
    {
        await CommitBatch();
        if (_queue.IsEmpty) Leave();
        else _ = Task.Run(LeadOn);
    }

    async Task LeadOn()
    {
        while (!_queue.IsEmpty) await CommitBatch();
        Leave();
    }

    void Leave()
    {
        _turn.Release();
        // Who came between the last look and the release found the turn taken, and waits.
        if (!_queue.IsEmpty && _turn.Wait(0)) _ = Task.Run(LeadOn);
    }

    async Task CommitBatch()
    {
        var batch = new List<Pending>();
        DbTransaction? transaction = null;
        try
        {
            var kept = false;
            while (batch.Count < MostInOneCommit && _queue.TryDequeue(out var pending))
            {
                batch.Add(pending);
                transaction ??= await begin();
                if (await pending.Run(transaction, others: kept)) { kept = true; continue; }
                if (kept) continue;
                // Nothing but this one was in it.
                await transaction.DisposeAsync();
                transaction = null;
            }
            if (kept) await transaction!.CommitAsync();
            await committed(batch);
            batch.ForEach(p => p.Durable());
        }
        catch (Exception broken)
        {
            // The commit itself failed (disk full, file gone): nobody in this batch may believe it was saved.
            batch.ForEach(p => p.Failed(broken));
        }
        finally
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await _turn.WaitAsync();
        while (_queue.TryDequeue(out var late)) late.Failed(new ObjectDisposedException(nameof(Writer)));
        _turn.Dispose();
    }
}
