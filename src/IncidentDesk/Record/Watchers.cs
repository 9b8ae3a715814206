using System.Collections.Concurrent;

namespace IncidentDesk.Record;

/// <summary>
/// Tells whoever waits that a stream grew. Signals of a stream hang together as a chain: who holds one can wait for the next and
/// misses none, however late they look, and a thousand watchers share each.
/// </summary>
public sealed class Watchers
{
    /// <summary>The name under which one follows all streams at once.</summary>
    public const string Everything = "*";

    readonly ConcurrentDictionary<string, Signal> _last = new();

    volatile bool _deaf;

    /// <summary>News from other nodes do not arrive for now.</summary>
    public bool IsDeaf { get => _deaf; internal set => _deaf = value; }

    /// <summary>
    /// The latest signal of a stream; take it first, then read what there is, then wait for
    /// its <see cref="Signal.Next"/>.
    /// </summary>
    public Signal Now(string stream) => _last.GetOrAdd(stream, s => new Signal(s, 0));

    internal void Announce(string stream, int position)
    {
        Append(stream, new Signal(stream, position));
        Append(Everything, new Signal(stream, position));
    }

    /// <summary>Streams nobody ever watched keep no chain.</summary>
    void Append(string name, Signal signal)
    {
        while (_last.TryGetValue(name, out var last))
        {
            // Told twice, or overtaken: commands end on many threads, and other nodes speak up, too.
            if (last.Stream == signal.Stream && last.Position >= signal.Position) return;
            if (!_last.TryUpdate(name, signal, last)) continue;
            last.Follow(signal);
            return;
        }
    }
}

/// <summary>That a stream reached a position.</summary>
public sealed class Signal(string stream, int position)
{
    readonly TaskCompletionSource<Signal> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Stream { get; } = stream;
    public int Position { get; } = position;
    public Task<Signal> Next => _next.Task;

    internal void Follow(Signal next) => _next.SetResult(next);
}
