using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Door;

namespace IncidentDesk.Assets.Importing.OpenLineage.Receiving;

/// <summary>More lineage is waiting than the desk can take in a few seconds.</summary>
public sealed record LineageBusy(int Waiting)
    : Refusal.Rule($"Nothing was saved. {Waiting:N0} statements of lineage are already "
        + "waiting to be imported. Send the events again in a few seconds.");

/// <summary>
/// Where events wait for the writer: what gathers while one batch is written goes with the next one, and each sender hears only when
/// its own is in the database. Whoever finds the writer idle carries the batch; no thread of its own stands by.
/// </summary>
public sealed class LineageInbox(Desk desk) : IDisposable
{
    const int MostInBatch = 5_000, MostWaiting = 200_000;

    readonly ConcurrentQueue<Waiting> _queue = new();
    readonly SemaphoreSlim _turn = new(1);
    int _waiting;

    /// <summary>How many batches were written, for whoever measures.</summary>
    internal int Batches { get; private set; }

    /// <summary>Whether they may send lineage; ask before reading what they send.</summary>
    public Task<bool> May(Actor by, CancellationToken ct = default) =>
        desk.Read(by, (_, caller) => Task.FromResult(caller.Has(ApplyLineage.Allowed | Roles.Administrator)), ct);

    /// <summary>Null once the events are in the catalogue for good, whatever happens to this process next.</summary>
    public async Task<Refusal?> Take(ReceivedEvents events, Actor by)
    {
        if (events.Statements.Count == 0) return null;
        if (Interlocked.Add(ref _waiting, events.Statements.Count) is var waiting && waiting > MostWaiting)
        {
            Interlocked.Add(ref _waiting, -events.Statements.Count);
            return new LineageBusy(waiting - events.Statements.Count);
        }
        var mine = new Waiting(events, by);
        _queue.Enqueue(mine);
        await _turn.WaitAsync();
        try
        {
            while (!mine.Result.Task.IsCompleted) await Carry(Next());
        }
        finally
        {
            _turn.Release();
        }
        return await mine.Result.Task;
    }

    /// <summary>From the front of the queue, of one sender.</summary>
    List<Waiting> Next()
    {
        var (batch, size) = (new List<Waiting>(), 0);
        while (_queue.TryPeek(out var next)
            && (batch.Count == 0 || (next.By == batch[0].By && size + next.Events.Statements.Count <= MostInBatch)))
        {
            _queue.TryDequeue(out _);
            batch.Add(next);
            size += next.Events.Statements.Count;
        }
        Interlocked.Add(ref _waiting, -size);
        return batch;
    }

    async Task Carry(List<Waiting> batch)
    {
        try
        {
            var outcome = await desk.Do(Together(batch), batch[0].By);
            Batches++;
            foreach (var one in batch) one.Result.SetResult(outcome.Refusal);
        }
        catch (Exception) when (batch.Count > 1)
        {
            // One sender's events must not keep out the others'.
            foreach (var one in batch) await Carry([one]);
        }
        catch (Exception broken)
        {
            batch[0].Result.SetException(broken);
        }
    }

    static ApplyLineage Together(List<Waiting> batch)
    {
        var (assets, edges) = (new Repeats(), new Dictionary<(string, string, string?), StatedEdge>());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in batch)
        {
            hash.AppendData(one.Events.Sha256);
            foreach (var statement in one.Events.Statements)
                if (statement is StatedAsset asset) assets.Add(asset);
                else if (statement is StatedEdge edge) edges.TryAdd((edge.From, edge.To, edge.Job), edge);
        }
        return new()
        {
            Assets = assets.All, Edges = edges.Values, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            Rejected = batch.Sum(b => b.Events.Failed.Count + b.Events.Statements.Count(t => t is RejectedStatement)),
        };
    }

    public void Dispose() => _turn.Dispose();

    sealed record Waiting(ReceivedEvents Events, Actor By)
    {
        public TaskCompletionSource<Refusal?> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
