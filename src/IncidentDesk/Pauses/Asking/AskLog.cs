using System.Collections.Concurrent;

namespace IncidentDesk.Pauses.Asking;

/// <summary>Who asked for which pause, gathered in memory between two notes; asking itself never writes.</summary>
public sealed class AskLog(TimeProvider clock)
{
    /// <summary>One that makes up a name for itself at every call must not fill the memory; what is beyond goes under the token's name.</summary>
    const int MostClients = 20_000;
    ConcurrentDictionary<(Actor By, string Key, string Client), Tally> _asked = new();

    /// <param name="by">Whose token it was.</param>
    /// <param name="key">Of the pause.</param>
    /// <param name="named">What the client calls itself (OpenFeature's <c>targetingKey</c>), if it does.</param>
    public void Note(Actor by, string key, string? named)
    {
        var client = named is { Length: > 0 and <= 200 } && !named.Any(char.IsControl) && _asked.Count < MostClients ? named : by.Via;
        _asked.GetOrAdd((by, key, client), _ => new Tally()).More(clock.GetUtcNow());
    }

    /// <summary>What was gathered since the last time, one command for each token.</summary>
    public IReadOnlyList<(Actor By, NoteAsks Command)> Take()
    {
        var asked = Interlocked.Exchange(ref _asked, new());
        return [.. asked.GroupBy(a => a.Key.By).Select(g =>
            (g.Key, new NoteAsks { Asks = [.. g.Select(a => new AskCount(a.Key.Key, a.Key.Client, a.Value.Count, a.Value.Last))] }))];
    }

    sealed class Tally
    {
        long _count, _last;

        public long Count => Interlocked.Read(ref _count);
        public DateTimeOffset Last => new(Interlocked.Read(ref _last), TimeSpan.Zero);

        public void More(DateTimeOffset at)
        {
            Interlocked.Increment(ref _count);
            Interlocked.Exchange(ref _last, at.UtcTicks);
        }
    }
}
