using System.Collections.Concurrent;

namespace IncidentDesk.Pauses.Asking;

/// <summary>Who asked for which pause, gathered in memory between two notes; asking itself never writes.</summary>
public sealed class AskLog(TimeProvider clock)
{
    /// <summary>
    /// One that makes up a name for itself at every call must not fill the memory; what is
    /// beyond goes under the token's name.
    /// </summary>
    const int MostClients = 20_000;
    readonly ConcurrentDictionary<AskKey, AskTotal> _asked = new();
    int _clients;

    /// <param name="by">Whose token it was.</param>
    /// <param name="key">Of the pause.</param>
    /// <param name="named">What the client calls itself (OpenFeature's <c>targetingKey</c>), if it does.</param>
    public void Note(Actor by, string key, string? named)
    {
        var asked = new AskKey(by, key,
            named is { Length: > 0 and <= 200 } && WellFormed.Flaw(named, lines: false) is null ? named : by.Via);
        var now = clock.GetUtcNow().UtcTicks;
        while (!TotalOf(asked).More(now)) { }
    }

    /// <summary>What was gathered since the last time, one command for each token.</summary>
    public IReadOnlyList<(Actor By, NoteAsks Command)> Take()
    {
        var taken = new List<(AskKey Asked, long Count, long Last)>();
        foreach (var (asked, tally) in _asked)
        {
            if (!_asked.TryRemove(asked, out _)) continue;
            Interlocked.Decrement(ref _clients);
            var (count, last) = tally.Close();
            if (count > 0) taken.Add((asked, count, last));
        }
        return [.. taken.GroupBy(t => t.Asked.By).Select(g =>
            (g.Key, new NoteAsks
            {
                Asks = [.. g.Select(t => new AskCount(t.Asked.Key, t.Asked.Client, t.Count, new(t.Last, TimeSpan.Zero)))]
            }))];
    }

    AskTotal TotalOf(AskKey asked)
    {
        if (_asked.TryGetValue(asked, out var tally)) return tally;
        if (Volatile.Read(ref _clients) >= MostClients) asked = asked with { Client = asked.By.Via };
        var mine = new AskTotal();
        tally = _asked.GetOrAdd(asked, mine);
        if (tally == mine) Interlocked.Increment(ref _clients);
        return tally;
    }

    readonly record struct AskKey(Actor By, string Key, string Client);

    sealed class AskTotal
    {
        readonly Lock _lock = new();
        long _count, _last;
        bool _closed;

        /// <summary>False when it was taken meanwhile: no ask is counted where nobody will look again.</summary>
        public bool More(long at)
        {
            lock (_lock)
            {
                if (_closed) return false;
                _count++;
                _last = Math.Max(_last, at);
                return true;
            }
        }

        public (long Count, long Last) Close()
        {
            lock (_lock)
            {
                _closed = true;
                return (_count, _last);
            }
        }
    }
}
