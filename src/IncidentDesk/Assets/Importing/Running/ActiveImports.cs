using System.Collections.Concurrent;
using IncidentDesk.Record;

namespace IncidentDesk.Assets.Importing.Running;

/// <summary>
/// The imports that this process carries out. After a restart there are none, so whatever still
/// counts as running was stopped.
/// </summary>
public sealed class ActiveImports(DeskStore store, TimeProvider clock)
{
    /// <summary>How long a run of another node on the same database may show no sign of life.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<int, Held> _runs = new();

    internal Guid Node { get; } = Guid.NewGuid();

    /// <summary>Whether somebody carries it out.</summary>
    public bool IsAlive(ImportRun run) => run.State is ImportState.Running
        && (run.Holder == Node ? _runs.ContainsKey(run.Id) : store.IsShared && clock.GetUtcNow() - run.AliveAt < Patience);

    /// <summary>How it stands, to whoever looks: what nobody carries out is stopped.</summary>
    public ImportState StateOf(ImportRun run) => run.State is ImportState.Running && !IsAlive(run) ? ImportState.Stopped : run.State;

    /// <summary>
    /// From inside the command that begins a run: from here on it is alive, and waits for
    /// whoever sent the command to claim it.
    /// </summary>
    internal void Begin(int run) => _runs[run] = new();

    /// <summary>Whether this process carries it out, so that <see cref="Ended"/> tells when it is over.</summary>
    internal bool IsHere(int run) => _runs.ContainsKey(run);

    internal bool IsUnclaimed(int run) => _runs.TryGetValue(run, out var held) && held.Claimed == 0;

    /// <summary>Whether the run is the caller's to carry out; only one ever is told so.</summary>
    internal bool Claim(int run) => _runs.TryGetValue(run, out var held) && Interlocked.Exchange(ref held.Claimed, 1) == 0;

    internal void End(int run)
    {
        if (_runs.TryRemove(run, out var held)) held.Ended.SetResult();
    }

    /// <summary>Done when this process has no more to do with the run.</summary>
    internal Task Ended(int run) => _runs.TryGetValue(run, out var held) ? held.Ended.Task : Task.CompletedTask;

    internal Task AllEnded => Task.WhenAll(_runs.Values.Where(r => r.Claimed == 1).Select(r => r.Ended.Task));

    sealed class Held
    {
        public int Claimed;
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
