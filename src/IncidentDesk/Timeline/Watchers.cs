using System.Collections.Concurrent;

namespace IncidentDesk.Timeline;

/// <summary>
/// Tells whoever waits that a stream grew. One completion source a stream, shared by all its watchers: a thousand of them cost
/// a thousand continuations and no queue.
/// </summary>
public sealed class Watchers
{
    readonly ConcurrentDictionary<string, TaskCompletionSource<int>> _waiting = new();

    /// <summary>Completes with the new position at the next entry; take the task first, then read, so that no entry is missed.</summary>
    public Task<int> Next(string stream) => Source(stream).Task;

    internal void Announce(string stream, int position)
    {
        if (_waiting.TryRemove(stream, out var source)) source.TrySetResult(position);
        if (_waiting.TryRemove(Everything, out var any)) any.TrySetResult(position);
    }

    /// <summary>The name under which one waits for any stream at all.</summary>
    public const string Everything = "*";

    TaskCompletionSource<int> Source(string stream) =>
        _waiting.GetOrAdd(stream, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
