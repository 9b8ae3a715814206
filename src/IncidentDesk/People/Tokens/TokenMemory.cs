using System.Collections.Concurrent;
using IncidentDesk.Timeline;

namespace IncidentDesk.People.Tokens;

/// <summary>
/// Tokens of machines that ask many times a second. A token is looked up again after a second, and at once when anything about
/// people or tokens was recorded: revoked here it ends here immediately, revoked on another node within that second.
/// </summary>
public sealed class TokenMemory(Desk desk, Watchers watchers, TimeProvider clock)
{
    const int Most = 10_000;
    static readonly TimeSpan Good = TimeSpan.FromSeconds(1);
    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Who stands behind a token; null when it opens nothing.</summary>
    public async ValueTask<PresentedToken?> Present(string secret, CancellationToken ct)
    {
        var hash = OneTimeLink.HashOf(secret);
        if (_known.TryGetValue(hash, out var known) && !known.Seen.Next.IsCompleted && clock.GetElapsedTime(known.At) < Good) return known.Token;

        var seen = watchers.Now(Streams.People);
        var (now, at) = (clock.GetUtcNow(), clock.GetTimestamp());
        var token = await desk.Read(Actor.Nobody, (db, _) => TokenQueries.Present(db, secret, now, ct), ct);
        if (token is null) { _known.TryRemove(hash, out _); return null; }
        if (token.LastUsed != DateOnly.FromDateTime(now.UtcDateTime)) await desk.Do(new NoteTokenUse { Token = token.Token }, token.Actor, ct: ct);
        // Guessed tokens are never kept, so only real ones can fill it.
        if (_known.Count >= Most) _known.Clear();
        _known[hash] = new(token, seen, at);
        return token;
    }

    sealed record Known(PresentedToken Token, Signal Seen, long At);
}
