using System.Collections.Concurrent;
using IncidentDesk.Door;
using IncidentDesk.People.Inviting;
using IncidentDesk.Record;

namespace IncidentDesk.People.Tokens;

/// <summary>
/// Tokens that come again and again. One is looked up anew after a second, and at once when anything about people or tokens was
/// recorded: revoked here it ends here immediately.
/// </summary>
public sealed class TokenMemory(Desk desk, DeskStore store, Watchers watchers, TimeProvider clock)
{
    const int Most = 10_000;
    static readonly TimeSpan Good = TimeSpan.FromSeconds(1);

    /// <summary>Whoever asks many times a second does not wait for a database that is slow.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    readonly ConcurrentDictionary<string, CachedToken> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Who stands behind a token; null when it opens nothing. Where other nodes write to the database,
    /// too, it is looked up each time.
    /// </summary>
    public ValueTask<PresentedToken?> Present(string secret, CancellationToken ct) =>
        store.IsShared ? new(Look(secret, OneTimeLink.HashOf(secret), ct)) : Recall(secret, ct);

    /// <summary>
    /// The same for machines that ask many times a second: revoked on another node, a token
    /// still opens for up to a second.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer, and the token was not known before.</exception>
    public async ValueTask<PresentedToken?> Recall(string secret, CancellationToken ct)
    {
        var hash = OneTimeLink.HashOf(secret);
        if (!_known.TryGetValue(hash, out var known) || known.Seen.Next.IsCompleted || known.Token.ExpiresAt <= clock.GetUtcNow())
            return await Look(secret, hash, ct);
        if (clock.GetElapsedTime(known.At) < Good) return known.Token;
        try
        {
            return await Look(secret, hash, ct).WaitAsync(Patience, clock, ct);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            // While the database is away, whoever could ask before can still ask.
            return known.Token;
        }
    }

    async Task<PresentedToken?> Look(string secret, string hash, CancellationToken ct)
    {
        var seen = watchers.Now(Streams.People);
        var (now, at) = (clock.GetUtcNow(), clock.GetTimestamp());
        var token = await desk.Read(Actor.Nobody, (db, _) => TokenQueries.Present(db, secret, now, ct), ct);
        if (token is null) { _known.TryRemove(hash, out _); return null; }
        // Guessed tokens are never kept, so only real ones can fill it.
        if (_known.Count >= Most) _known.Clear();
        _known[hash] = new(token, seen, at);
        if (token.LastUsed != DateOnly.FromDateTime(now.UtcDateTime))
            await desk.Do(new NoteTokenUse { Token = token.Token }, token.Actor, ct: ct);
        return token;
    }

    sealed record CachedToken(PresentedToken Token, Signal Seen, long At);
}
